package io.lintel.crypto;

import java.security.DigestException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;

/** SHA-256 by a JCA provider. */
final class JcaSha256 extends ReusedSha256 {
    JcaSha256(Provider provider) {
        super(() -> new Jca(digest(provider)));
    }

    static JcaSha256 by(CryptoProvider wanted) {
        return new JcaSha256(JcaLookup.require(wanted, "MessageDigest", "SHA-256"));
    }

    private static MessageDigest digest(Provider provider) {
        try {
            return MessageDigest.getInstance("SHA-256", provider);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(provider.getName() + " failed to hash", failed);
        }
    }

    private static final class Jca extends Workspace {
        private final MessageDigest digest;

        Jca(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        void update(byte[] octets, int length) {
            digest.update(octets, 0, length);
        }

        @Override
        void finish(byte[] target, int offset) {
            try {
                digest.digest(target, offset, SIZE);
            } catch (DigestException impossible) {
                throw new IllegalStateException("a digest that has no room for itself", impossible);
            }
        }

        @Override
        void reset() {
            digest.reset();
        }
    }
}
