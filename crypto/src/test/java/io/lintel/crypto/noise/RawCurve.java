package io.lintel.crypto.noise;

import io.lintel.crypto.Suite;
import java.math.BigInteger;
import java.util.Arrays;
import org.bouncycastle.asn1.sec.SECNamedCurves;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** The bare curve arithmetic under the straight-line checker, apart from the product's adapters. */
interface RawCurve {
    byte[] publicKey(byte[] scalar);

    byte[] agree(byte[] scalar, byte[] point);

    static RawCurve of(Suite suite) {
        return suite == Suite.X25519 ? new Curve25519() : new NistP256();
    }

    /** RFC 7748. */
    final class Curve25519 implements RawCurve {
        @Override
        public byte[] publicKey(byte[] scalar) {
            byte[] point = new byte[32];
            X25519.scalarMultBase(scalar, 0, point, 0);
            return point;
        }

        @Override
        public byte[] agree(byte[] scalar, byte[] point) {
            byte[] shared = new byte[32];
            X25519.scalarMult(scalar, 0, point, 0, shared, 0);
            return shared;
        }
    }

    /** The curve over generic prime-field arithmetic; the product uses the specialised one. */
    final class NistP256 implements RawCurve {
        private static final X9ECParameters PARAMETERS = SECNamedCurves.getByName("secp256r1");

        @Override
        public byte[] publicKey(byte[] scalar) {
            return PARAMETERS.getG().multiply(new BigInteger(1, scalar)).getEncoded(true);
        }

        @Override
        public byte[] agree(byte[] scalar, byte[] point) {
            ECPoint product = PARAMETERS.getCurve().decodePoint(point).multiply(new BigInteger(1, scalar));
            return Arrays.copyOfRange(product.getEncoded(true), 1, 33);
        }
    }
}
