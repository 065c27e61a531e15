package io.lintel.crypto;

import java.security.SecureRandom;

/**
 * A key agreement that leaves everything to another. Whoever wants to count, record, remember or fix some of it overrides that, and
 * hands it to {@link CryptoSuite#withDiffieHellman}; of key pairs both ways, {@link #generateKeyPair} and {@link #generateEphemeral}.
 */
public class ForwardingDiffieHellman implements DiffieHellman {
    private final DiffieHellman real;

    /** Leaves everything to {@code real}. */
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
    public DhKeyPair generateEphemeral(SecureRandom random) {
        return real.generateEphemeral(random);
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
