package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the phone has answered lately: each nonce once, and in automatic mode each reader at most once a minute
 * (spec/protocol.md 4.3). It bounds what a replayed or relayed opener can learn. In memory, bounded. Thread-safe.
 */
final class Gestures {
    static final Duration AUTOMATIC_PAUSE = Duration.ofMinutes(1);

    private static final int CAPACITY = 1024;

    private final Set<Bytes> nonces = new LinkedHashSet<>();
    private final Map<Bytes, Instant> automatic = new LinkedHashMap<>();

    /** Returns whether the opener may be answered, and notes that it was. */
    synchronized boolean admit(Bytes nonce, Bytes readerFingerprint, Trigger trigger, Instant now) {
        boolean isAutomatic = trigger == Trigger.AUTOMATIC;
        if ((isAutomatic && isTooSoon(readerFingerprint, now)) || !nonces.add(nonce)) {
            return false;
        }
        bound(nonces);
        if (isAutomatic) {
            automatic.remove(readerFingerprint); // it goes to the end
            automatic.put(readerFingerprint, now);
            bound(automatic.keySet());
        }
        return true;
    }

    private boolean isTooSoon(Bytes readerFingerprint, Instant now) {
        Instant last = automatic.get(readerFingerprint);
        // A clock that was set back says nothing about the pause; that must not keep a person out until it catches up.
        return last != null && !now.isBefore(last) && now.isBefore(last.plus(AUTOMATIC_PAUSE));
    }

    private static void bound(Set<Bytes> oldestFirst) {
        if (oldestFirst.size() > CAPACITY) {
            Iterator<Bytes> oldest = oldestFirst.iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
