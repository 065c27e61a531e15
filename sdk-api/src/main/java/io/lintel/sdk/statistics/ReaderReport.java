package io.lintel.sdk.statistics;

import io.lintel.protocol.reader.ReaderCounters;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a site's readers counted since their last report ({@code STA-05}). It does not say which reader.
 *
 * @param counts counters of {@link Counter.Source#READER}; each 0 to {@value #MAX_COUNT}
 */
public record ReaderReport(Map<Counter, Long> counts) {

    /** The most that one counter says. */
    public static final long MAX_COUNT = 0xffff_ffffL;

    /** Refuses other counters, and counts out of bounds. */
    public ReaderReport {
        counts.forEach(ReaderReport::require);
        counts = Map.copyOf(counts);
    }

    /**
     * What one reader has counted since it started.
     *
     * @param counters the reader's own
     * @param errors its faults, which it counts elsewhere
     */
    public static ReaderReport of(ReaderCounters counters, long errors) {
        Map<Counter, Long> counts = new EnumMap<>(Counter.class);
        long granted = sum(counters, ReaderCounters.Counter.FAST_GRANTED, ReaderCounters.Counter.COLD_GRANTED);
        long denied = sum(counters, ReaderCounters.Counter.FAST_DENIED, ReaderCounters.Counter.COLD_DENIED);
        counts.put(Counter.READER_ERRORS, errors);
        counts.put(Counter.READER_TRIGGERS, granted);
        counts.put(Counter.READER_CONNECTIONS, granted + denied);
        counts.put(Counter.READER_FAILED_OUTSIDER, sum(counters, ReaderCounters.Counter.COLD_FAILED_GATE));
        counts.put(Counter.READER_FAILED_RATE_LIMITED, sum(counters, ReaderCounters.Counter.COLD_RATE_LIMITED));
        counts.put(Counter.READER_FAILED_AUTHENTICATION, sum(counters, ReaderCounters.Counter.COLD_FAILED));
        counts.put(Counter.READER_FAILED_MALFORMED, sum(counters, ReaderCounters.Counter.MALFORMED));
        counts.put(Counter.READER_FAILED_UNEXPECTED, sum(counters, ReaderCounters.Counter.UNEXPECTED));
        counts.put(Counter.READER_FAILED_TIMED_OUT, sum(counters, ReaderCounters.Counter.TIMED_OUT));
        counts.put(Counter.READER_FAILED_DISCONNECTED, sum(counters, ReaderCounters.Counter.DISCONNECTED));
        return new ReaderReport(counts);
    }

    private static long sum(ReaderCounters counters, ReaderCounters.Counter... which) {
        long sum = 0;
        for (ReaderCounters.Counter counter : which) {
            sum += counters.get(counter);
        }
        return Math.min(sum, MAX_COUNT);
    }

    private static void require(Counter counter, long count) {
        if (counter.source() != Counter.Source.READER) {
            throw new IllegalArgumentException("a reader does not count " + counter);
        }
        if (count < 0 || count > MAX_COUNT) {
            throw new IllegalArgumentException(counter + " must be 0 to " + MAX_COUNT);
        }
    }
}
