package io.lintel.transport.session;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** A {@link TransportMetrics} that keeps one number per event in memory. Thread-safe. */
public final class TransportCounters implements TransportMetrics {
    private final Map<TransportEvent, LongAdder> counts = new EnumMap<>(TransportEvent.class);

    /** Counters that all stand at zero. */
    public TransportCounters() {
        for (TransportEvent event : TransportEvent.values()) {
            counts.put(event, new LongAdder());
        }
    }

    @Override
    public void count(TransportEvent event) {
        adder(event).increment();
    }

    /** How often {@code event} has been counted so far. */
    public long of(TransportEvent event) {
        return adder(event).sum();
    }

    private LongAdder adder(TransportEvent event) {
        LongAdder adder = counts.get(event);
        if (adder == null) {
            throw new IllegalStateException("no counter for " + event);
        }
        return adder;
    }

    @Override
    public String toString() {
        return counts.toString();
    }
}
