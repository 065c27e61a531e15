package io.lintel.protocol.testing;

import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.ForwardingDiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A key agreement that counts what is dear: agreements and key pairs made. */
public final class CountingDiffieHellman extends ForwardingDiffieHellman {
    private final AtomicLong agreements = new AtomicLong();
    private final AtomicLong keyPairs = new AtomicLong();

    public CountingDiffieHellman(DiffieHellman real) {
        super(real);
    }

    public long agreements() {
        return agreements.get();
    }

    public long keyPairs() {
        return keyPairs.get();
    }

    @Override
    public DhKeyPair generateKeyPair(SecureRandom random) {
        keyPairs.incrementAndGet();
        return super.generateKeyPair(random);
    }

    @Override
    public DhKeyPair generateEphemeral(SecureRandom random) {
        keyPairs.incrementAndGet();
        return super.generateEphemeral(random);
    }

    @Override
    public SecretBytes agree(DhPrivateKey mine, DhPublicKey theirs) {
        agreements.incrementAndGet();
        return super.agree(mine, theirs);
    }
}
