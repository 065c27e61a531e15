package io.lintel.sdk.handoff;

import io.lintel.crypto.Bytes;
import java.math.BigInteger;

/** The other coordinate of a compressed point: JSON Web Keys carry both. For public keys alone, whose time may vary. */
final class P256Curve {

    private static final int COORDINATE_SIZE = 32;

    /** FIPS 186-5 and SP 800-186, curve P-256. */
    private static final BigInteger P =
            new BigInteger("ffffffff00000001000000000000000000000000ffffffffffffffffffffffff", 16);

    private static final BigInteger B =
            new BigInteger("5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b", 16);
    private static final BigInteger A = P.subtract(BigInteger.valueOf(3));

    private P256Curve() {}

    /**
     * The y of the point with this x whose last bit is {@code odd}.
     *
     * @throws IllegalArgumentException where there is no such point
     */
    static Bytes y(Bytes encodedX, int odd) {
        BigInteger x = new BigInteger(1, encodedX.toByteArray());
        BigInteger square =
                x.modPow(BigInteger.valueOf(3), P).add(A.multiply(x)).add(B).mod(P);
        // p is 3 modulo 4.
        BigInteger root = square.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
        if (x.compareTo(P) >= 0 || !root.multiply(root).mod(P).equals(square)) {
            throw new IllegalArgumentException("the key is no point of P-256");
        }
        BigInteger y = root.testBit(0) == (odd == 1) ? root : P.subtract(root);
        byte[] octets = new byte[COORDINATE_SIZE];
        byte[] signed = y.toByteArray();
        int length = Math.min(signed.length, COORDINATE_SIZE);
        System.arraycopy(signed, signed.length - length, octets, COORDINATE_SIZE - length, length);
        return Bytes.copyOf(octets);
    }
}
