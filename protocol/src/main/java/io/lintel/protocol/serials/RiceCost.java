package io.lintel.protocol.serials;

/** Adds up what values cost in Rice's code under every parameter, and finds the cheapest. */
final class RiceCost {
    /** The highest parameter. */
    static final int MAX_PARAMETER = 24;

    /** The first high part that is not written as so many zeros and a one: these zeros and the whole value follow. */
    static final int ESCAPE = 32;

    /** The bits of a value that is written whole. */
    static final int WHOLE_BITS = Integer.SIZE;

    private final long[] bits = new long[MAX_PARAMETER + 1];

    /** Returns what a value costs. */
    static long bits(long value, int parameter) {
        long high = value >>> parameter;
        return high < ESCAPE ? high + 1 + parameter : ESCAPE + WHOLE_BITS;
    }

    /** Counts a value that comes so many times. */
    void add(long value, long times) {
        for (int parameter = 0; parameter <= MAX_PARAMETER; parameter++) {
            bits[parameter] += bits(value, parameter) * times;
        }
    }

    /** Returns the parameter under which all values together take the fewest bits; of two the lower. */
    int cheapest() {
        int best = 0;
        for (int parameter = 1; parameter <= MAX_PARAMETER; parameter++) {
            if (bits[parameter] < bits[best]) {
                best = parameter;
            }
        }
        return best;
    }

    /** Returns the bits of all values under that parameter. */
    long of(int parameter) {
        return bits[parameter];
    }
}
