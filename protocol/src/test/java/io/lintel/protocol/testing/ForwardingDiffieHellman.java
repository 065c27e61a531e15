package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;

/** A key agreement that leaves everything to another: what a test wants to see or to fix it overrides. */
public class ForwardingDiffieHellman implements DiffieHellman {
    private final DiffieHellman real;

    protected ForwardingDiffieHellman(DiffieHellman real) {
        this.real = real;
    }

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
        return real.agree(mine, theirs);
    }
}
