package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that a reader remembers between taps, to compare before and after. */
record ReaderSnapshot(Memory memory, int ephemerals, int tokens, Map<Counter, Long> counters) {

    /** What only an authenticated phone or list may change; both maps in the order of eviction. */
    record Memory(List<Ratchet> ratchets, Hints hints, List<Bytes> directory, long listEpoch) {}

    record Ratchet(long serial, Instant createdAt, int uses, List<Attempts> steps) {}

    /** The hints that lead to their own steps, and how many the table has. */
    record Hints(Set<Long> live, int size) {}

    record Attempts(Bytes secret, int floor) {}

    static ReaderSnapshot of(Reader reader) {
        Services services = reader.services;
        ResumptionTable table = services.resumptions();
        List<Ratchet> ratchets =
                table.oldestFirst().stream().map(kept -> ratchet(table, kept)).toList();
        Memory memory = new Memory(
                ratchets,
                hints(table),
                List.copyOf(services.directory().cached.keySet()),
                services.list().epoch());
        return new ReaderSnapshot(
                memory,
                services.ephemerals().ready.size(),
                services.failures().tokens(),
                counters(services.counters()));
    }

    private static Ratchet ratchet(ResumptionTable table, int kept) {
        List<Attempts> steps =
                steps(table, kept).mapToObj(step -> attempts(table, step)).toList();
        return new Ratchet(
                table.credential(kept).value().serial(), table.memory.createdAt(kept), table.memory.uses(kept), steps);
    }

    private static Hints hints(ResumptionTable table) {
        Set<Long> live = table.oldestFirst().stream()
                .flatMap(kept -> steps(table, kept).boxed())
                .flatMap(step -> IntStream.range(0, io.lintel.protocol.wire.Ratchet.ATTEMPTS)
                        .mapToObj(attempt -> table.memory.hint(step, attempt))
                        .filter(hint -> table.byHint.get(hint) == step))
                .collect(Collectors.toUnmodifiableSet());
        return new Hints(live, table.byHint.size());
    }

    /** The last step, where there is one, and the current one. */
    private static IntStream steps(ResumptionTable table, int kept) {
        return IntStream.of(table.memory.last(kept), table.memory.current(kept))
                .filter(step -> step != RatchetMemory.NONE);
    }

    private static Attempts attempts(ResumptionTable table, int step) {
        return new Attempts(Bytes.copyOf(table.memory.secret(step).copy()), table.memory.floor(step));
    }

    private static Map<Counter, Long> counters(ReaderCounters counters) {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            counts.put(counter, counters.get(counter));
        }
        return counts;
    }
}
