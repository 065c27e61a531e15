package io.lintel.benchmarks.tap;

import java.util.Locale;

/**
 * What a ratio should be.
 *
 * @param bound which side of the limit is good
 * @param limit the last good ratio
 */
record Aimed(Bound bound, double limit) {
    /** Which side of a limit is good. */
    enum Bound {
        AT_MOST,
        AT_LEAST
    }

    static Aimed atMost(double limit) {
        return new Aimed(Bound.AT_MOST, limit);
    }

    static Aimed atLeast(double limit) {
        return new Aimed(Bound.AT_LEAST, limit);
    }

    boolean isMet(Ratio ratio) {
        return bound == Bound.AT_MOST ? ratio.ratio() <= limit : ratio.ratio() >= limit;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %.2f", bound == Bound.AT_MOST ? "<=" : ">=", limit);
    }
}
