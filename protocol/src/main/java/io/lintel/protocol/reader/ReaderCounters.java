package io.lintel.protocol.reader;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** What a reader has counted since it started. Counts only: no identifiers, no times. Thread-safe. */
public final class ReaderCounters {

    /** The closed list of counters. */
    public enum Counter {
        OPENERS,
        CERTIFICATES_SENT,
        FAST_GRANTED,
        FAST_DENIED,
        FAST_MISSED,
        COLD_GRANTED,
        COLD_DENIED,
        COLD_FAILED_GATE,
        COLD_RATE_LIMITED,
        COLD_FAILED,
        MALFORMED,
        UNEXPECTED,
        TIMED_OUT,
        DISCONNECTED,
        COURIER_OFFERS,
        COURIER_LISTS,
        COURIER_FAILED
    }

    private final Map<Counter, LongAdder> counts = new EnumMap<>(Counter.class);

    ReaderCounters() {
        for (Counter counter : Counter.values()) {
            counts.put(counter, new LongAdder());
        }
    }

    void count(Counter counter) {
        adder(counter).increment();
    }

    /** Returns how often something happened. */
    public long get(Counter counter) {
        return adder(counter).sum();
    }

    private LongAdder adder(Counter counter) {
        return java.util.Objects.requireNonNull(counts.get(counter));
    }
}
