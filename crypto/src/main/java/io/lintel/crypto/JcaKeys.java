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

    /**
     * Returns the key of octets without a frame, which stay the caller's. Not every provider reads them, and what one throws that
     * does not is its own affair.
     */
    PrivateKey rawPrivateKey(byte[] octets) {
        return privateKey(new RawKeySpec(octets));
    }

    private PrivateKey privateKey(KeySpec spec) {
        try {
            return factory.generatePrivate(spec);
        } catch (GeneralSecurityException refused) {
            throw new CryptoException();
        }
    }

    /** Octets without a frame, of which it keeps no copy. The name of the format is Conscrypt's. */
    private static final class RawKeySpec extends EncodedKeySpec {
        private final byte[] octets;

        RawKeySpec(byte[] octets) {
            super(new byte[0]);
            this.octets = octets;
        }

        @Override
        public byte[] getEncoded() {
            return octets.clone();
        }

        @Override
        public String getFormat() {
            return "raw";
        }
    }
}
