package io.lintel.crypto;

import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.bouncycastle.math.ec.rfc8032.Ed25519.PublicPoint;

/** Ed25519 by Bouncy Castle. */
final class BouncyEd25519 extends Ed25519Scheme {
    @Override
    byte[] signRaw(SigningPrivateKey key, byte[] message) {
        byte[] point = key.parsed(this, Bytes.class, Ed25519Scheme::publicPoint).octets();
        byte[] signature = new byte[SIGNATURE_SIZE];
        Ed25519.sign(key.octets(), 0, point, 0, message, 0, message.length, signature, 0);
        return signature;
    }

    @Override
    boolean verifyRaw(SigningPublicKey key, byte[] message, byte[] signature) {
        PublicPoint point = key.parsed(this, PublicPoint.class, BouncyEd25519::parse);
        return Ed25519.verify(signature, 0, point, message, 0, message.length);
    }

    private static PublicPoint parse(Bytes encoded) {
        PublicPoint point = Ed25519.validatePublicKeyPartialExport(encoded.octets(), 0);
        if (point == null) {
            throw new CryptoException();
        }
        return point;
    }
}
