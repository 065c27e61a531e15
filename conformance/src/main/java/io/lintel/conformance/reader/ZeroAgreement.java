package io.lintel.conformance.reader;

import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.SecretBytes;

/**
 * What an attacker computes who shows a point of small order in place of his public key: whatever the reader's key is, the shared
 * secret is zeros. A reader that goes on with them cannot be told from one that checks in any other way.
 */
final class ZeroAgreement extends ForwardingDiffieHellman {
    private static final int SHARED_OCTETS = 32;

    private final DhPrivateKey pretended;

    /**
     * @param real agrees by every other key
     * @param pretended the private half of the key pair whose public half is such a point
     */
    ZeroAgreement(DiffieHellman real, DhPrivateKey pretended) {
        super(real);
        this.pretended = pretended;
    }

    @Override
    public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        try (SecretBytes one = mine.encoded();
                SecretBytes other = pretended.encoded()) {
            return one.equals(other) ? SecretBytes.takeOwnership(new byte[SHARED_OCTETS]) : super.agree(mine, theirs);
        }
    }
}
