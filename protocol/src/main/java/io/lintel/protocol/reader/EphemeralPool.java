package io.lintel.protocol.reader;

import io.lintel.crypto.DhKeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * The reader's DH key pairs, made ahead of time (spec/protocol.md 4.2). One serves one open channel at a time and any
 * number of openers, until a DH has used it or its lifetime ends; then it is erased. Thread-safe.
 */
final class EphemeralPool {
    private final Supplier<DhKeyPair> source;
    private final int capacity;
    private final Duration lifetime;
    final Deque<Ephemeral> ready = new ArrayDeque<>();

    /** A key pair out of the pool; its holder gives it back or spends it. */
    record Ephemeral(DhKeyPair keys, Instant made) {
        void erase() {
            keys.privateKey().close();
        }
    }

    EphemeralPool(Supplier<DhKeyPair> source, int capacity, Duration lifetime) {
        this.source = source;
        this.capacity = capacity;
        this.lifetime = lifetime;
    }

    /** Takes a key pair that is still fresh, or makes one. */
    Ephemeral lease(Instant now) {
        synchronized (ready) {
            for (Ephemeral next = ready.pollFirst(); next != null; next = ready.pollFirst()) {
                if (isFresh(next, now)) {
                    return next;
                }
                next.erase();
            }
        }
        return make(now);
    }

    /** Puts back a key pair that no DH has used. */
    void giveBack(Ephemeral unused, Instant now) {
        synchronized (ready) {
            if (ready.size() < capacity && isFresh(unused, now)) {
                ready.addFirst(unused);
                return;
            }
        }
        unused.erase();
    }

    /** Erases what is too old and makes at most one key pair, so that no caller waits longer; returns whether it is full. */
    boolean refillOne(Instant now) {
        synchronized (ready) {
            ready.removeIf(old -> {
                boolean stale = !isFresh(old, now);
                if (stale) {
                    old.erase();
                }
                return stale;
            });
            if (ready.size() >= capacity) {
                return true;
            }
        }
        giveBack(make(now), now);
        return false;
    }

    /** Erases all key pairs that are in the pool. */
    void clear() {
        synchronized (ready) {
            ready.forEach(Ephemeral::erase);
            ready.clear();
        }
    }

    private Ephemeral make(Instant now) {
        return new Ephemeral(source.get(), now);
    }

    private boolean isFresh(Ephemeral ephemeral, Instant now) {
        return Elapsed.isWithin(lifetime, ephemeral.made(), now);
    }
}
