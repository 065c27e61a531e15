package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.reader.Resumption.Step;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All that a reader remembers between taps, to compare before and after. */
record ReaderSnapshot(Memory memory, int ephemerals, int tokens, Map<Counter, Long> counters) {

    /** What only an authenticated phone or list may change; both maps in the order of eviction. */
    record Memory(List<Ratchet> ratchets, Set<Bytes> hints, List<Bytes> directory, long listEpoch) {}

    record Ratchet(long serial, Instant createdAt, int uses, List<Attempts> steps) {}

    record Attempts(Bytes secret, int floor) {}

    static ReaderSnapshot of(Reader reader) {
        Services services = reader.services;
        ResumptionTable table = services.resumptions();
        List<Ratchet> ratchets = table.bySerial.entrySet().stream()
                .map(entry -> ratchet(entry.getKey(), entry.getValue()))
                .toList();
        Memory memory = new Memory(
                ratchets,
                Set.copyOf(table.byHint.keySet()),
                List.copyOf(services.directory().cached.keySet()),
                services.list().epoch());
        return new ReaderSnapshot(
                memory,
                services.ephemerals().ready.size(),
                services.failures().tokens(),
                counters(services.counters()));
    }

    private static Ratchet ratchet(long serial, Resumption kept) {
        List<Attempts> steps = kept.last == null
                ? List.of(attempts(kept.current))
                : List.of(attempts(kept.last), attempts(kept.current));
        return new Ratchet(serial, kept.createdAt, kept.uses, steps);
    }

    private static Attempts attempts(@Nullable Step step) {
        SecretBytes secret = step.secret;
        return new Attempts(Bytes.copyOf(secret.copy()), step.floor);
    }

    private static Map<Counter, Long> counters(ReaderCounters counters) {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            counts.put(counter, counters.get(counter));
        }
        return counts;
    }
}
