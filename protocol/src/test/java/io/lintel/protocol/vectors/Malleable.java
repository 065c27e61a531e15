package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.math.BigInteger;

/** The second scalar that would make a signature right, were it not refused. */
final class Malleable {
    private static final BigInteger ED25519_ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger P256_ORDER =
            new BigInteger("ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551", 16);

    private Malleable() {}

    static Bytes scalar(Suite suite, Bytes scalar) {
        if (suite == Suite.P256) {
            return octets(P256_ORDER.subtract(new BigInteger(1, scalar.toByteArray())));
        }
        BigInteger s = new BigInteger(1, reversed(scalar).toByteArray());
        return reversed(octets(s.add(ED25519_ORDER)));
    }

    private static Bytes octets(BigInteger value) {
        byte[] fixed = new byte[32];
        BigInteger rest = value;
        for (int i = fixed.length - 1; i >= 0; i--) {
            fixed[i] = rest.byteValue();
            rest = rest.shiftRight(8);
        }
        return Bytes.copyOf(fixed);
    }

    private static Bytes reversed(Bytes octets) {
        byte[] out = new byte[octets.size()];
        for (int i = 0; i < out.length; i++) {
            out[i] = octets.get(out.length - 1 - i);
        }
        return Bytes.copyOf(out);
    }
}
