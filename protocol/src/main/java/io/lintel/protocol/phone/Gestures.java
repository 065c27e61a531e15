package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the phone has answered lately: each nonce once, and in automatic mode each reader at most once a minute
 * (spec/protocol.md 4.3). It bounds what a replayed or relayed opener can learn. In memory, bounded. Thread-safe.
 */
final class Gestures {
    static final Duration AUTOMATIC_PAUSE = Duration.ofMinutes(1);

    private static final int CAPACITY = 1024;

    private final Map<Bytes, Instant> nonces = new LinkedHashMap<>();
    private final Map<Bytes, Instant> automatic = new LinkedHashMap<>();

    /** Returns whether the opener may be answered, and notes that it was. */
    synchronized boolean admit(Bytes nonce, Bytes readerFingerprint, Trigger trigger, Instant now) {
        if (nonces.containsKey(nonce) || (trigger == Trigger.AUTOMATIC && isTooSoon(readerFingerprint, now))) {
            return false;
        }
        note(nonces, nonce, now);
        if (trigger == Trigger.AUTOMATIC) {
            note(automatic, readerFingerprint, now);
        }
        return true;
    }

    private boolean isTooSoon(Bytes readerFingerprint, Instant now) {
        Instant last = automatic.get(readerFingerprint);
        // A clock that was set back says nothing about the pause; that must not keep a person out until it catches up.
        return last != null && !now.isBefore(last) && now.isBefore(last.plus(AUTOMATIC_PAUSE));
    }

    private static void note(Map<Bytes, Instant> notes, Bytes key, Instant now) {
        notes.remove(key);
        notes.put(key, now);
        if (notes.size() > CAPACITY) {
            notes.remove(notes.keySet().iterator().next());
        }
    }
}
