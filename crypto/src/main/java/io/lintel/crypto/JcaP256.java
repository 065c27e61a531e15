package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import org.bouncycastle.math.ec.ECPoint;

/** ECDH on P-256 by a JCA provider, which only ever sees points that were checked here. */
final class JcaP256 extends P256Agreement {
    private final JcaKeys keys;
    private final JcaAgreement agreement;

    private JcaP256(Provider provider, JcaKeys keys) {
        this.keys = keys;
        this.agreement = new JcaAgreement(provider, "ECDH");
    }

    static JcaP256 by(CryptoProvider wanted) throws GeneralSecurityException {
        Provider provider = JcaLookup.require(wanted, "KeyAgreement", "ECDH");
        return new JcaP256(provider, new JcaKeys(KeyFactory.getInstance("EC", provider)));
    }

    @Override
    void remember(DhPublicKey key, ECPoint point) {
        key.parsed(this, PublicKey.class, encoded -> parsePublic(point));
    }

    @Override
    void remember(DhPrivateKey scalar) {
        parsed(scalar);
    }

    @Override
    byte[] multiply(DhPrivateKey scalar, DhPublicKey point) {
        PublicKey theirs = point.parsed(this, PublicKey.class, encoded -> parsePublic(P256.decodePoint(encoded)));
        return agreement.agree(parsed(scalar), theirs);
    }

    private PrivateKey parsed(DhPrivateKey scalar) {
        return scalar.parsed(this, PrivateKey.class, this::parsePrivate);
    }

    private PublicKey parsePublic(ECPoint point) {
        return keys.publicKey(KeyEncodings.p256Public(point));
    }

    private PrivateKey parsePrivate(byte[] encoded) {
        return keys.privateKey(KeyEncodings.p256Private(encoded));
    }
}
