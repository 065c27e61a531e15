package io.lintel.crypto;

import org.bouncycastle.math.ec.rfc7748.X25519;

/** X25519 by Bouncy Castle. */
final class BouncyX25519 extends X25519Agreement {
    @Override
    byte[] multiply(DhPrivateKey scalar, DhPublicKey point) {
        byte[] result = new byte[SIZE];
        X25519.scalarMult(scalar.octets(), 0, point.encoded().octets(), 0, result, 0);
        return result;
    }

    @Override
    Bytes multiplyBase(DhPrivateKey scalar) {
        byte[] point = new byte[SIZE];
        X25519.scalarMultBase(scalar.octets(), 0, point, 0);
        return Bytes.wrap(point);
    }
}
