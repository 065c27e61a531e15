package io.lintel.cli.demo;

import io.lintel.crypto.Aead;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.ForwardingAead;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.StatementSigner;

/**
 * A person who has a credential and would like to be somebody else: the phone is modified to send, in place of its own
 * credential, one with another access number, signed by a key that is not the site's. Everything else is genuine: the
 * project key, the holder key, the protocol. Such a phone leaves it to the reader alone to find out.
 */
final class Forger {
    private Forger() {}

    /** Returns the cryptography of the modified phone. */
    static CryptoSuite modify(CryptoSuite suite, Bytes genuine, Credential credential) {
        Bytes forged = forge(suite, credential);
        if (forged.size() != genuine.size()) {
            throw new StoryException("the forged credential has another size than the genuine one");
        }
        return suite.withAead(new SwappingAead(suite.aead(), genuine, forged));
    }

    private static Bytes forge(CryptoSuite suite, Credential credential) {
        // Another number of the same size on the wire.
        long number = credential.accessNumber() ^ 2;
        Credential wanted = new Credential(
                credential.project(),
                credential.issuingEpoch(),
                credential.serial(),
                number,
                credential.holderKey(),
                credential.issued(),
                credential.validFrom(),
                credential.validUntil(),
                credential.leaseEnd(),
                credential.groups(),
                credential.technology(),
                credential.flags());
        try (SigningKeyPair ownKey = suite.generateSigningKeyPair()) {
            return new StatementSigner(suite).sign(ownKey.privateKey(), wanted).bytes();
        }
    }

    /** Puts the forged credential in just before it is sealed. */
    private static final class SwappingAead extends ForwardingAead {
        private final Bytes genuine;
        private final Bytes forged;

        SwappingAead(Aead real, Bytes genuine, Bytes forged) {
            super(real);
            this.genuine = genuine;
            this.forged = forged;
        }

        @Override
        public byte[] seal(SecretBytes key, long nonce, Bytes associatedData, byte[] plaintext) {
            return super.seal(key, nonce, associatedData, swapped(plaintext));
        }

        private byte[] swapped(byte[] plaintext) {
            byte[] copy = plaintext.clone();
            for (int at = 0; at + genuine.size() <= copy.length; at++) {
                if (Bytes.copyOf(copy, at, genuine.size()).equals(genuine)) {
                    forged.copyTo(copy, at);
                }
            }
            return copy;
        }
    }
}
