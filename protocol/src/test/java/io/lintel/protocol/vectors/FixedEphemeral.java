package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;

/** A key agreement that draws the key pair that a vector tells, each time. */
record FixedEphemeral(DiffieHellman real, Bytes privateKey) implements DiffieHellman {
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
        return keyPair(SecretBytes.copyOf(privateKey.toByteArray()));
    }

    @Override
    public DhKeyPair keyPair(SecretBytes key) {
        return real.keyPair(key);
    }

    @Override
    public DhPublicKey publicKey(Bytes encoded) {
        return real.publicKey(encoded);
    }

    @Override
    public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        return real.agree(mine, theirs);
    }
}
