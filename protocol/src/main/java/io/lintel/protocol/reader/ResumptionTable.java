package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.Ratchet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The reader's ratchets: one per serial, so nobody can evict others by repeating cold taps, found by hint in constant
 * time whatever their number. In memory only, bounded, least recently used out first. Thread-safe.
 *
 * <p>Each has a place, by which hints and the order of use name it: an accepted tap writes numbers where they are, and no reference, so
 * that many phones cost a tap little more than few.
 */
final class ResumptionTable {
    private final CryptoSuite suite;
    private final int capacity;
    private final Map<Long, Integer> bySerial = new HashMap<>();
    private final Recency recency = new Recency();
    private final Deque<Integer> freed = new ArrayDeque<>();

    /** Whose ratchet is in each place that was ever taken; null in those that are free. */
    private final List<@Nullable Signed<Credential>> credentials = new ArrayList<>();

    final RatchetMemory memory;
    final HintTable byHint;

    /** What was fetched, which means nothing: reading that nobody has a use for may be left out. */
    @SuppressWarnings("unused")
    private long fetched;

    /**
     * A hint that was found, with a copy of its step's secret to open its message with. Closing it erases the copy.
     *
     * @param generation which ratchet it is of those that had its place
     */
    record Candidate(
            Signed<Credential> credential, int step, long generation, long hint, int attempt, SecretBytes secret)
            implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    ResumptionTable(CryptoSuite suite, int capacity) {
        this.suite = suite;
        this.capacity = capacity;
        // Who is one too many leaves behind the one that comes.
        this.memory = new RatchetMemory((int) Math.min(Integer.MAX_VALUE, capacity + 1L));
        this.byHint = new HintTable((hint, step) -> memory.isGood(step, hint));
    }

    /**
     * Looks a hint up; changes nothing. The caller closes the candidate.
     *
     * @param coldAfter from which age on a ratchet is of no use any more; the cold tap that follows replaces it
     */
    synchronized Optional<Candidate> find(long hint, Duration coldAfter, Instant now) {
        int step = byHint.get(hint);
        if (step == HintTable.NONE || !memory.isYounger(RatchetMemory.placeOf(step), coldAfter, now)) {
            return Optional.empty();
        }
        int place = RatchetMemory.placeOf(step);
        Signed<Credential> credential = credential(place);
        // What is needed if it is accepted, as the current step is nearly always.
        fetched = recency.fetch(place) ^ fetch(RatchetMemory.other(step));
        return Optional.of(new Candidate(
                credential, step, memory.generation(place), hint, memory.attempt(step, hint), memory.secret(step)));
    }

    /**
     * Accepts a candidate whose message was opened: kills all attempts up to this one and, if its step was current, steps
     * the ratchet. Returns how often the ratchet was used by now, or empty when another message used the attempt, or a
     * cold tap replaced the ratchet, in the meantime.
     */
    synchronized OptionalInt accept(Candidate candidate) {
        int step = candidate.step;
        if (!isKept(candidate) || byHint.get(candidate.hint) != step) {
            return OptionalInt.empty();
        }
        int place = RatchetMemory.placeOf(step);
        kill(step, candidate.attempt + 1);
        if (step == memory.current(place)) {
            advance(place, candidate.secret);
        }
        recency.use(place);
        return OptionalInt.of(memory.use(place));
    }

    /** Goes on by a step, in place of the last one, whose hints nobody finds any more. */
    private void advance(int place, SecretBytes current) {
        erase(memory.last(place));
        try (SecretBytes next = Ratchet.step(suite, current)) {
            memory.advance(place, suite, next);
        }
        index(memory.current(place));
    }

    /** Keeps a cold tap's ratchet in place of any that the serial had, and erases the secret, of which it has a copy. */
    synchronized void put(Signed<Credential> credential, SecretBytes first, Instant now) {
        long serial = credential.value().serial();
        remove(serial);
        try (first) {
            Integer freedOne = freed.peek();
            int place = freedOne == null ? credentials.size() : freedOne;
            memory.begin(place, suite, first, now);
            if (freedOne == null) {
                credentials.add(credential);
            } else {
                freed.pop();
                credentials.set(place, credential);
            }
            bySerial.put(serial, place);
            recency.add(place);
            index(memory.current(place));
        }
        if (bySerial.size() > capacity) {
            removeAt(recency.oldest());
        }
    }

    synchronized void remove(long serial) {
        Integer place = bySerial.get(serial);
        if (place != null) {
            removeAt(place);
        }
    }

    /** Removes the ratchet that a candidate is of, unless a cold tap has replaced it in the meantime. */
    synchronized void remove(Candidate candidate) {
        if (isKept(candidate)) {
            removeAt(RatchetMemory.placeOf(candidate.step));
        }
    }

    synchronized void clear() {
        oldestFirst().forEach(this::removeAt);
    }

    synchronized int size() {
        return bySerial.size();
    }

    /** Returns the places of all, in the order in which they would leave. */
    synchronized List<Integer> oldestFirst() {
        List<Integer> all = new ArrayList<>(bySerial.size());
        for (int place = recency.oldest(); place != Recency.NONE; place = recency.next(place)) {
            all.add(place);
        }
        return all;
    }

    /** Returns whose ratchet is in a place that is taken. */
    Signed<Credential> credential(int place) {
        Signed<Credential> credential = credentials.get(place);
        if (credential == null) {
            throw new IllegalStateException("no ratchet has this place");
        }
        return credential;
    }

    private boolean isKept(Candidate candidate) {
        return memory.generation(RatchetMemory.placeOf(candidate.step)) == candidate.generation;
    }

    private void removeAt(int place) {
        erase(memory.last(place));
        erase(memory.current(place));
        memory.end(place);
        bySerial.remove(credential(place).value().serial());
        recency.remove(place);
        credentials.set(place, null);
        freed.push(place);
    }

    private void index(int step) {
        fetched = fetch(step);
        for (int attempt = 0; attempt < Ratchet.ATTEMPTS; attempt++) {
            // Two equal hints of eight octets: the later one misses, and its phone taps cold.
            byHint.putIfAbsent(memory.hint(step, attempt), step);
        }
    }

    /**
     * Reads the places where the hints of a step are or will be, so that a processor waits once for all of them; to add or remove one
     * behind the other waits for each.
     */
    private long fetch(int step) {
        long read = 0;
        for (int attempt = 0; attempt < Ratchet.ATTEMPTS; attempt++) {
            read ^= byHint.fetch(memory.hint(step, attempt));
        }
        return read;
    }

    private void erase(int step) {
        if (step != RatchetMemory.NONE) {
            kill(step, Ratchet.ATTEMPTS);
            memory.erase(step);
        }
    }

    private void kill(int step, int below) {
        for (int attempt = memory.floor(step); attempt < below; attempt++) {
            byHint.remove(memory.hint(step, attempt), step);
            memory.raiseFloor(step, attempt + 1);
        }
    }
}
