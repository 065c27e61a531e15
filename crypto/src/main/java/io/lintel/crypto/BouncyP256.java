package io.lintel.crypto;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;

/**
 * ECDH on P-256 by Bouncy Castle, whose multiplication of an arbitrary point takes a time that depends on the scalar.
 * Conscrypt and ACCP take constant time, one more reason why they rank first.
 */
final class BouncyP256 extends P256Agreement {
    @Override
    void remember(DhPublicKey key, ECPoint point) {
        key.parsed(this, ECPoint.class, encoded -> point);
    }

    /** A number would stay in memory, where a scalar's octets are overwritten; reading it costs next to nothing. */
    @Override
    void remember(DhPrivateKey scalar) {}

    @Override
    byte[] multiply(DhPrivateKey scalar, DhPublicKey point) {
        BigInteger factor = P256.decodeScalar(scalar.octets());
        ECPoint product = point.parsed(this, ECPoint.class, P256::decodePoint).multiply(factor);
        return product.normalize().getAffineXCoord().getEncoded();
    }
}
