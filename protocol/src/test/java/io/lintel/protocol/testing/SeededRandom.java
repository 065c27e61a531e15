package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import java.security.SecureRandom;
import java.util.SplittableRandom;

/** Octets that look random and are the same for each seed, so that a failing test can be replayed. Thread-safe. */
public final class SeededRandom extends SecureRandom {
    private static final long serialVersionUID = 1L;

    private final transient SplittableRandom source;

    public SeededRandom(long seed) {
        super(null, null);
        this.source = new SplittableRandom(seed);
    }

    /** Returns fresh octets. */
    public Bytes octets(int size) {
        byte[] octets = new byte[size];
        nextBytes(octets);
        return Bytes.copyOf(octets);
    }

    @Override
    public synchronized void nextBytes(byte[] octets) {
        source.nextBytes(octets);
    }

    @Override
    public String toString() {
        return "SeededRandom";
    }
}
