package io.lintel.benchmarks.load;

import java.util.SplittableRandom;

/**
 * When visits are due: at random, independent of each other, so many a second in the mean. Each has its time before the first begins,
 * and is late by as much as whatever kept it waiting (coordinated omission).
 */
final class Arrivals {
    private final long[] dueNanos;

    /** So many visits; the same seed gives the same times. */
    Arrivals(int visits, double perSecond, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.dueNanos = new long[visits];
        double at = 0;
        for (int visit = 0; visit < visits; visit++) {
            at += -Math.log(1 - random.nextDouble()) * 1e9 / perSecond;
            dueNanos[visit] = (long) at;
        }
    }

    int count() {
        return dueNanos.length;
    }

    /** Nanoseconds from the beginning to a visit. */
    long due(int visit) {
        return dueNanos[visit];
    }
}
