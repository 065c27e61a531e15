package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.Resumption.Step;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
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
 * <p>Each has a place, by which hints and the order of use name it: an accepted tap writes numbers and octets where they are, and
 * no reference, so that many phones cost a tap little more than few.
 */
final class ResumptionTable {
    private static final int LEAST_PLACES = 16;

    private final CryptoSuite suite;
    private final int capacity;
    private final Map<Long, Resumption> bySerial = new HashMap<>();
    private final Recency recency = new Recency();
    private final Deque<Integer> freed = new ArrayDeque<>();
    private @Nullable Resumption[] places = new Resumption[LEAST_PLACES];
    private int everTaken;
    final HintTable byHint = new HintTable(this::isHintOf);

    /** A hint that was found, with a copy of its step's secret to open its message with. Closing it erases the copy. */
    record Candidate(Step step, long hint, int attempt, SecretBytes secret) implements AutoCloseable {
        Signed<Credential> credential() {
            return step.owner.credential;
        }

        Instant createdAt() {
            return step.owner.createdAt;
        }

        @Override
        public void close() {
            secret.close();
        }
    }

    ResumptionTable(CryptoSuite suite, int capacity) {
        this.suite = suite;
        this.capacity = capacity;
    }

    /** Looks a hint up; changes nothing. The caller closes the candidate. */
    synchronized Optional<Candidate> find(long hint) {
        Step step = step(hint);
        return step == null
                ? Optional.empty()
                : Optional.of(new Candidate(step, hint, step.attempt(hint), step.secret()));
    }

    /**
     * Accepts a candidate whose message was opened: kills all attempts up to this one and, if its step was current, steps
     * the ratchet. Returns how often the ratchet was used by now, or empty when another message used the attempt, or a
     * cold tap replaced the ratchet, in the meantime.
     */
    synchronized OptionalInt accept(Candidate candidate) {
        Step step = candidate.step;
        if (step(candidate.hint) != step) {
            return OptionalInt.empty();
        }
        Resumption owner = step.owner;
        kill(step, candidate.attempt + 1);
        if (step == owner.current()) {
            erase(owner.last());
            owner.advance(suite, candidate.secret);
            index(owner.current());
        }
        recency.use(owner.place);
        return OptionalInt.of(++owner.uses);
    }

    /** Keeps a cold tap's ratchet in place of any that the serial had, and erases the secret, of which it has a copy. */
    synchronized void put(Signed<Credential> credential, SecretBytes first, Instant now) {
        remove(credential.value().serial());
        try (first) {
            Resumption resumption = new Resumption(suite, credential, now, first, freePlace());
            take(resumption);
        }
        if (bySerial.size() > capacity) {
            remove(at(recency.oldest()));
        }
    }

    synchronized void remove(long serial) {
        Resumption resumption = bySerial.get(serial);
        if (resumption != null) {
            remove(resumption);
        }
    }

    /** Removes the ratchet that a candidate is of, unless a cold tap has replaced it in the meantime. */
    synchronized void remove(Candidate candidate) {
        Resumption owner = candidate.step.owner;
        if (places[owner.place] == owner) {
            remove(owner);
        }
    }

    synchronized void clear() {
        oldestFirst().forEach(this::remove);
    }

    synchronized int size() {
        return bySerial.size();
    }

    /** Returns all, in the order in which they would leave. */
    synchronized List<Resumption> oldestFirst() {
        List<Resumption> all = new ArrayList<>(bySerial.size());
        for (int place = recency.oldest(); place != Recency.NONE; place = recency.next(place)) {
            all.add(at(place));
        }
        return all;
    }

    /** Returns the step that a hint is a good one of, or null. */
    private @Nullable Step step(long hint) {
        int number = byHint.get(hint);
        return number == HintTable.NONE ? null : numbered(number);
    }

    private boolean isHintOf(long hint, int step) {
        return numbered(step).isGood(hint);
    }

    private Step numbered(int step) {
        return at(Resumption.placeOf(step)).numbered(step);
    }

    private Resumption at(int place) {
        Resumption resumption = places[place];
        if (resumption == null) {
            throw new IllegalStateException("no ratchet has this place");
        }
        return resumption;
    }

    /** Returns the place that is taken next; it stays free until then. */
    private int freePlace() {
        Integer freedOne = freed.peek();
        return freedOne == null ? everTaken : freedOne;
    }

    private void take(Resumption resumption) {
        if (freed.poll() == null) {
            everTaken++;
        }
        if (resumption.place == places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        bySerial.put(resumption.serial(), resumption);
        places[resumption.place] = resumption;
        recency.add(resumption.place);
        index(resumption.current());
    }

    private void remove(Resumption resumption) {
        erase(resumption.last());
        erase(resumption.current());
        bySerial.remove(resumption.serial());
        recency.remove(resumption.place);
        places[resumption.place] = null;
        freed.push(resumption.place);
    }

    private void index(Step step) {
        for (long hint : step.hints) {
            // Two equal hints of eight octets: the later one misses, and its phone taps cold.
            byHint.putIfAbsent(hint, step.number);
        }
    }

    private void erase(@Nullable Step step) {
        if (step != null) {
            kill(step, step.hints.length);
            step.erase();
        }
    }

    private void kill(Step step, int below) {
        for (; step.floor < below; step.floor++) {
            byHint.remove(step.hints[step.floor], step.number);
        }
    }
}
