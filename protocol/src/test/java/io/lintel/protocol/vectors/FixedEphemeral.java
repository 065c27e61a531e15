package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;

/** A key agreement that draws the key pair that a vector tells, each time. */
final class FixedEphemeral extends ForwardingDiffieHellman {
    private final Bytes privateKey;

    FixedEphemeral(DiffieHellman real, Bytes privateKey) {
        super(real);
        this.privateKey = privateKey;
    }

    @Override
    public DhKeyPair generateKeyPair(SecureRandom random) {
        return keyPair(SecretBytes.copyOf(privateKey.toByteArray()));
    }

    @Override
    public DhKeyPair generateEphemeral(SecureRandom random) {
        return generateKeyPair(random);
    }
}
