package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts key agreements. */
record CountingDiffieHellman(DiffieHellman real, AtomicInteger agreements) implements DiffieHellman {
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
        agreements.incrementAndGet();
        return real.agree(mine, theirs);
    }
}
