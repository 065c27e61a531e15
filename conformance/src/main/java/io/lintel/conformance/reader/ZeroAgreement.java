package io.lintel.conformance.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;

/**
 * What an attacker computes who shows a point of small order in place of his public key: whatever the reader's key is, the shared
 * secret is zeros. A reader that goes on with them cannot be told from one that checks in any other way.
 *
 * @param real agrees by every other key
 * @param pretended the private half of the key pair whose public half is such a point
 */
record ZeroAgreement(DiffieHellman real, DhPrivateKey pretended) implements DiffieHellman {
    private static final int SHARED_OCTETS = 32;

    @Override
    public String name() {
        return real.name();
    }

    @Override
    public int keySize() {
        return real.keySize();
    }

    @Override
    public DhKeyPair generateKeyPair(SecureRandom random) {
        return real.generateKeyPair(random);
    }

    @Override
    public DhKeyPair keyPair(SecretBytes privateKey) {
        return real.keyPair(privateKey);
    }

    @Override
    public DhPublicKey publicKey(Bytes encoded) {
        return real.publicKey(encoded);
    }

    @Override
    public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        try (SecretBytes one = mine.encoded();
                SecretBytes other = pretended.encoded()) {
            return one.equals(other) ? SecretBytes.takeOwnership(new byte[SHARED_OCTETS]) : real.agree(mine, theirs);
        }
    }
}
