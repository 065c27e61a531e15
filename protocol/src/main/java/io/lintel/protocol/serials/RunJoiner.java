package io.lintel.protocol.serials;

import java.util.Arrays;

/** Makes a set of runs that come by ascending first serial: those that touch or overlap become one, empty ones none. */
final class RunJoiner {
    private int[] firsts = new int[4];
    private int[] lasts = new int[4];
    private int count;
    private long size;
    private long last = -1;

    /**
     * Adds the serials from {@code from} to {@code to}, both counted; none where {@code to} is the lower.
     *
     * @throws IllegalArgumentException for a serial outside 1 to 2^32 - 1
     */
    void add(long from, long to) {
        if (to < from) {
            return;
        }
        if (from < 1 || to > SerialSet.MAX_SERIAL) {
            throw new IllegalArgumentException("a serial must be 1 to " + SerialSet.MAX_SERIAL);
        }
        if (count > 0 && from <= last + 1) {
            size += Math.max(0, to - last);
            last = Math.max(last, to);
            lasts[count - 1] = (int) last;
            return;
        }
        if (count == firsts.length) {
            firsts = Arrays.copyOf(firsts, 2 * count);
            lasts = Arrays.copyOf(lasts, 2 * count);
        }
        firsts[count] = (int) from;
        lasts[count++] = (int) to;
        size += to - from + 1;
        last = to;
    }

    SerialSet joined() {
        return new SerialSet(Arrays.copyOf(firsts, count), Arrays.copyOf(lasts, count), size);
    }
}
