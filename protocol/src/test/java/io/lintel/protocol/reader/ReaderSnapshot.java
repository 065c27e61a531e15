package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.reader.Resumption.Step;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

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
                table.oldestFirst().stream().map(ReaderSnapshot::ratchet).toList();
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

    private static Ratchet ratchet(Resumption kept) {
        Step last = kept.last();
        List<Attempts> steps =
                last == null ? List.of(attempts(kept.current())) : List.of(attempts(last), attempts(kept.current()));
        return new Ratchet(kept.serial(), kept.createdAt, kept.uses, steps);
    }

    private static Hints hints(ResumptionTable table) {
        Set<Long> live = table.oldestFirst().stream()
                .flatMap(kept -> Stream.of(Optional.ofNullable(kept.last()), Optional.of(kept.current())))
                .flatMap(Optional::stream)
                .flatMap(step -> LongStream.of(step.hints)
                        .filter(hint -> table.byHint.get(hint) == step.number)
                        .boxed())
                .collect(Collectors.toUnmodifiableSet());
        return new Hints(live, table.byHint.size());
    }

    private static Attempts attempts(Step step) {
        return new Attempts(Bytes.copyOf(step.secret().copy()), step.floor);
    }

    private static Map<Counter, Long> counters(ReaderCounters counters) {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        for (Counter counter : Counter.values()) {
            counts.put(counter, counters.get(counter));
        }
        return counts;
    }
}
