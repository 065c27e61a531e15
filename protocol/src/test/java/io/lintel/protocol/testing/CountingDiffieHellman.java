package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.DhPrivateKey;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.DiffieHellman;
import io.lintel.crypto.SecretBytes;
import java.security.SecureRandom;
import java.util.concurrent.atomic.AtomicLong;

/** A key agreement that counts what is dear: agreements and key pairs made. */
public final class CountingDiffieHellman implements DiffieHellman {
    private final DiffieHellman real;
    private final AtomicLong agreements = new AtomicLong();
    private final AtomicLong keyPairs = new AtomicLong();

    public CountingDiffieHellman(DiffieHellman real) {
        this.real = real;
    }

    public long agreements() {
        return agreements.get();
    }

    public long keyPairs() {
        return keyPairs.get();
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
        keyPairs.incrementAndGet();
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
