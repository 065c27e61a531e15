package io.lintel.crypto;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.FixedPointCombMultiplier;
import org.bouncycastle.util.BigIntegers;

/**
 * The curve P-256 (FIPS 186-5): encoding, range and on-curve checks, done here whichever provider computes, because a
 * provider that trusted an invalid point would leak the private key.
 */
final class P256 {
    static final int POINT_SIZE = 33;
    static final int WHOLE_POINT_SIZE = 65;
    static final int SCALAR_SIZE = 32;
    static final ECDomainParameters DOMAIN = domain();

    private static final int EVEN = 2;
    private static final int ODD = 3;
    private static final int WHOLE = 4;

    /** A random scalar is out of range once in 2^32 times; failing this often means a broken source. */
    private static final int MAX_DRAWS = 64;

    private P256() {}

    private static ECDomainParameters domain() {
        X9ECParameters parameters = CustomNamedCurves.getByName("secp256r1");
        return new ECDomainParameters(parameters);
    }

    /**
     * Returns the point that 33 octets stand for.
     *
     * @throws CryptoException if the size or the prefix is wrong, x is not below p, or no such point is on the curve
     */
    static ECPoint decodePoint(Bytes encoded) {
        if (encoded.size() != POINT_SIZE || (encoded.unsigned(0) != EVEN && encoded.unsigned(0) != ODD)) {
            throw new CryptoException();
        }
        try {
            return DOMAIN.getCurve().decodePoint(encoded.octets()); // refuses x >= p and a missing square root
        } catch (IllegalArgumentException notOnCurve) {
            throw new CryptoException();
        }
    }

    /**
     * Returns the compressed form of a point that a provider drew, and which is not checked to be on the curve; empty if it is no whole
     * one (SEC 1 section 2.3.3).
     */
    static Optional<byte[]> compressed(byte[] whole) {
        if (whole.length != WHOLE_POINT_SIZE || whole[0] != WHOLE) {
            return Optional.empty();
        }
        byte[] compressed = Arrays.copyOf(whole, POINT_SIZE);
        compressed[0] = (byte) (EVEN | (whole[WHOLE_POINT_SIZE - 1] & 1));
        return Optional.of(compressed);
    }

    /**
     * Returns the number that 32 octets stand for.
     *
     * @throws CryptoException if it is outside 1 to n - 1
     */
    static BigInteger decodeScalar(byte[] encoded) {
        BigInteger scalar = new BigInteger(1, encoded);
        if (encoded.length != SCALAR_SIZE || !inRange(scalar)) {
            throw new CryptoException();
        }
        return scalar;
    }

    /** Returns a scalar in 1 to n - 1, uniform by rejection. */
    static SecretBytes randomScalar(SecureRandom random) {
        byte[] draw = new byte[SCALAR_SIZE];
        for (int i = 0; i < MAX_DRAWS; i++) {
            random.nextBytes(draw);
            if (inRange(new BigInteger(1, draw))) {
                return SecretBytes.takeOwnership(draw);
            }
        }
        Arrays.fill(draw, (byte) 0);
        throw new IllegalStateException("the source of randomness gave no P-256 scalar in " + MAX_DRAWS + " draws");
    }

    private static boolean inRange(BigInteger scalar) {
        return scalar.signum() > 0 && scalar.compareTo(DOMAIN.getN()) < 0;
    }

    /** Returns the compressed public key of a private one, by a comb whose steps do not depend on the scalar. */
    static Bytes publicPoint(byte[] scalar) {
        ECPoint point = new FixedPointCombMultiplier().multiply(DOMAIN.getG(), decodeScalar(scalar));
        return Bytes.wrap(point.normalize().getEncoded(true));
    }

    /** Returns 32 octets, big-endian. */
    static byte[] encodeScalar(BigInteger scalar) {
        return BigIntegers.asUnsignedByteArray(SCALAR_SIZE, scalar);
    }
}
