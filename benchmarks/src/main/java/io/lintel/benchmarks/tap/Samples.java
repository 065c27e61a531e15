package io.lintel.benchmarks.tap;

import java.util.Arrays;

/** The last times of something that was done again and again, for their median: others use the machine, too. */
final class Samples {
    private static final int ROOM = 1 << 14;

    private final long[] nanos = new long[ROOM];
    private int taken;

    void clear() {
        taken = 0;
    }

    void add(long sample) {
        nanos[taken++ & (ROOM - 1)] = sample;
    }

    /** Returns the median in microseconds, or NaN without a sample. */
    double medianMicros() {
        int size = Math.min(taken, ROOM);
        if (size == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[size / 2] / 1e3;
    }
}
