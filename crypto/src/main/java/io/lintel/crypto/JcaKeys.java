package io.lintel.crypto;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EncodedKeySpec;
import java.security.spec.KeySpec;
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
            return privateKey(new PKCS8EncodedKeySpec(encoded));
        } finally {
            Arrays.fill(encoded, (byte) 0);
        }
    }

    /** Returns the key of octets without a frame, which stay the caller's. Only where {@link #readsRaw} said so. */
    PrivateKey rawPrivateKey(byte[] octets) {
        return privateKey(new RawKeySpec(octets));
    }

    /**
     * Whether the provider takes private keys without a frame. Conscrypt does, and it saves more than a third of an agreement: out of PKCS #8
     * it computes the public key as well, and throws it away.
     */
    boolean readsRaw(int size) {
        try {
            rawPrivateKey(new byte[size]);
            return true;
        } catch (CryptoException framedOnly) {
            return false;
        }
    }

    private PrivateKey privateKey(KeySpec spec) {
        try {
            return factory.generatePrivate(spec);
        } catch (GeneralSecurityException refused) {
            throw new CryptoException();
        }
    }

    /** The name of the format is Conscrypt's. */
    private static final class RawKeySpec extends EncodedKeySpec {
        RawKeySpec(byte[] octets) {
            super(octets);
        }

        @Override
        public String getFormat() {
            return "raw";
        }
    }
}
