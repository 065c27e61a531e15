package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;

/** Turns encoded keys into one provider's objects. */
final class JcaKeys {
    private final KeyFactory factory;

    JcaKeys(KeyFactory factory) {
        this.factory = factory;
    }

    PublicKey publicKey(byte[] encoded) {
        try {
            return factory.generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException refused) {
            throw new CryptoException();
        }
    }

    /** Returns the key and overwrites {@code encoded}. */
    PrivateKey privateKey(byte[] encoded) {
        try {
            return factory.generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException refused) {
            throw new CryptoException();
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }
}
