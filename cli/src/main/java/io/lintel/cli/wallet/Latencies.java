package io.lintel.cli.wallet;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long taps took: the nearest-rank percentiles, in milliseconds. */
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final List<Long> nanos = new ArrayList<>();

    void add(long tookNanos) {
        nanos.add(tookNanos);
        Collections.sort(nanos);
    }

    int count() {
        return nanos.size();
    }

    /** The time that so many percent of the taps did not exceed. */
    double percentileMillis(int percent) {
        int rank = (nanos.size() * percent + 99) / 100;
        return millis(nanos.get(Math.max(0, rank - 1)));
    }

    /** A time in milliseconds, to the microsecond. */
    static double millis(long tookNanos) {
        return Math.round(tookNanos / NANOS_PER_MILLI * 1000) / 1000.0;
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("count", count());
        for (int percent : new int[] {50, 90, 99, 100}) {
            facts.put(percent == 100 ? "maxMillis" : "p" + percent + "Millis", percentileMillis(percent));
        }
        return facts;
    }

    @Override
    public String toString() {
        return count() == 1
                ? String.format(Locale.ROOT, "%.1f ms", percentileMillis(50))
                : String.format(
                        Locale.ROOT,
                        "%d taps: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms",
                        count(),
                        percentileMillis(50),
                        percentileMillis(90),
                        percentileMillis(99),
                        percentileMillis(100));
    }
}
