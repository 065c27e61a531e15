package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.Resumption.Step;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The reader's ratchets: one per serial, so nobody can evict others by repeating cold taps, found by hint in constant
 * time whatever their number. In memory only, bounded, least recently used out first. Thread-safe.
 */
final class ResumptionTable {
    private final CryptoSuite suite;
    private final int capacity;
    final Map<Long, Resumption> bySerial = new LinkedHashMap<>(16, 0.75f, true);
    final HintTable byHint = new HintTable();

    /** A hint that was found, with a copy of its step's secret to open its message with. Closing it erases the copy. */
    record Candidate(Step step, int attempt, SecretBytes secret) implements AutoCloseable {
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
        Step step = byHint.get(hint);
        return step == null
                ? Optional.empty()
                : Optional.of(new Candidate(step, step.attempt(hint), SecretBytes.takeOwnership(step.secret.copy())));
    }

    /**
     * Accepts a candidate whose message was opened: kills all attempts up to this one and, if its step was current, steps
     * the ratchet. Returns how often the ratchet was used by now, or empty when another message used the attempt, or a
     * cold tap replaced the ratchet, in the meantime.
     */
    synchronized OptionalInt accept(Candidate candidate) {
        Step step = candidate.step;
        if (byHint.get(step.hints[candidate.attempt]) != step) {
            return OptionalInt.empty();
        }
        Resumption owner = step.owner;
        kill(step, candidate.attempt + 1);
        if (step == owner.current) {
            erase(owner.last);
            owner.last = step;
            owner.current = step.next(suite);
            index(owner.current);
        }
        bySerial.get(owner.credential.value().serial()); // marks it as used, for the eviction order
        return OptionalInt.of(++owner.uses);
    }

    /** Keeps a cold tap's ratchet in place of any that the serial had. Takes ownership of the secret. */
    synchronized void put(Signed<Credential> credential, SecretBytes first, Instant now) {
        long serial = credential.value().serial();
        remove(serial);
        Resumption resumption = new Resumption(suite, credential, now, first);
        bySerial.put(serial, resumption);
        index(resumption.current);
        if (bySerial.size() > capacity) {
            remove(bySerial.keySet().iterator().next());
        }
    }

    synchronized void remove(long serial) {
        Resumption resumption = bySerial.remove(serial);
        if (resumption != null) {
            erase(resumption.last);
            erase(resumption.current);
        }
    }

    /** Removes the ratchet that a candidate is of, unless a cold tap has replaced it in the meantime. */
    synchronized void remove(Candidate candidate) {
        Resumption owner = candidate.step.owner;
        long serial = owner.credential.value().serial();
        if (bySerial.get(serial) == owner) {
            remove(serial);
        }
    }

    synchronized void clear() {
        List.copyOf(bySerial.keySet()).forEach(this::remove);
    }

    synchronized int size() {
        return bySerial.size();
    }

    private void index(Step step) {
        for (long hint : step.hints) {
            // Two equal hints of eight octets: the later one misses, and its phone taps cold.
            byHint.putIfAbsent(hint, step);
        }
    }

    private void erase(@Nullable Step step) {
        if (step != null) {
            kill(step, step.hints.length);
            step.secret.close();
        }
    }

    private void kill(Step step, int below) {
        for (; step.floor < below; step.floor++) {
            long hint = step.hints[step.floor];
            if (byHint.get(hint) == step) {
                byHint.remove(hint);
            }
        }
    }
}
