package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.util.Arrays;

/** X25519 by a JCA provider. */
final class JcaX25519 extends X25519Agreement {
    private static final Bytes BASE_POINT = Bytes.copyOf(basePoint());

    private final JcaKeys keys;
    private final JcaAgreement agreement;
    private final PublicKey base;
    private final boolean readsRaw;

    private JcaX25519(Provider provider, JcaKeys keys) {
        this.keys = keys;
        this.agreement = new JcaAgreement(provider, "XDH");
        this.base = keys.publicKey(KeyEncodings.x25519Public(BASE_POINT));
        this.readsRaw = readsRaw();
    }

    static JcaX25519 by(CryptoProvider wanted) throws GeneralSecurityException {
        Provider provider = JcaLookup.require(wanted, "KeyAgreement", "XDH");
        return new JcaX25519(provider, new JcaKeys(KeyFactory.getInstance("XDH", provider)));
    }

    /**
     * Whether the provider takes private keys without a frame, and agrees by them as RFC 7748 says. Conscrypt does, and it saves more than a
     * third of an agreement: out of PKCS #8 it computes the public key as well, and throws it away.
     */
    private boolean readsRaw() {
        byte[] scalar = KnownAnswers.X25519_SCALAR.toByteArray();
        try {
            return Arrays.equals(
                    KnownAnswers.X25519_PUBLIC.toByteArray(), agreement.agree(keys.rawPrivateKey(scalar), base));
        } catch (RuntimeException framedOnly) {
            return false; // CryptoException, or whatever the provider throws at what it does not know
        }
    }

    private static byte[] basePoint() {
        byte[] point = new byte[SIZE];
        point[0] = 9; // RFC 7748 section 4.1
        return point;
    }

    @Override
    byte[] multiply(DhPrivateKey scalar, DhPublicKey point) {
        return agreement.agree(parsed(scalar), point.parsed(this, PublicKey.class, this::parsePublic));
    }

    @Override
    Bytes multiplyBase(DhPrivateKey scalar) {
        return Bytes.wrap(agreement.agree(parsed(scalar), base));
    }

    private PrivateKey parsed(DhPrivateKey scalar) {
        return scalar.parsed(this, PrivateKey.class, this::parsePrivate);
    }

    private PublicKey parsePublic(Bytes encoded) {
        return keys.publicKey(KeyEncodings.x25519Public(encoded));
    }

    private PrivateKey parsePrivate(byte[] encoded) {
        return readsRaw ? keys.rawPrivateKey(encoded) : keys.privateKey(KeyEncodings.x25519Private(encoded));
    }
}
