package io.lintel.protocol.serials;

/**
 * Where stretches of coded serials begin. A table leads from a serial's high bits to the stretches around it, so that a
 * search takes few steps where serials are strewn evenly and never more than a binary search.
 */
final class SerialIndex {
    /** Stretches for each place of the table, where serials are strewn evenly. */
    private static final int STRETCHES_A_PLACE = 4;

    private static final int[] NONE = {};

    /** The lowest serial that each stretch can begin with, unsigned, and where it stands, in bits. */
    private final int[] leasts;

    private final int[] positions;
    private int size;

    /** For each place, how many stretches begin before it. */
    private int[] before = NONE;

    private int shift;

    /** For exactly so many stretches. */
    SerialIndex(int stretches) {
        this.leasts = new int[stretches];
        this.positions = new int[stretches];
    }

    /** Adds the next stretch. */
    void add(long least, int position) {
        leasts[size] = (int) least;
        positions[size++] = position;
    }

    /** Makes the table, after the last stretch. */
    void complete() {
        if (size == 0) {
            return;
        }
        int places = Math.max(1, size / STRETCHES_A_PLACE);
        long span = least(size - 1) - least(0);
        while (span >>> shift >= places) {
            shift++;
        }
        before = new int[(int) (span >>> shift) + 2];
        int stretch = 0;
        for (int place = 0; place < before.length; place++) {
            while (stretch < size && least(stretch) - least(0) < (long) place << shift) {
                stretch++;
            }
            before[place] = stretch;
        }
    }

    /** Returns the last stretch that begins with the serial or a lower one, -1 for none. */
    int lastThatBeginsUpTo(long serial) {
        if (size == 0 || serial < least(0)) {
            return -1;
        }
        long place = (serial - least(0)) >>> shift;
        if (place >= before.length - 1) {
            return size - 1;
        }
        int low = before[(int) place];
        int high = before[(int) place + 1];
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (least(middle) <= serial) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    long least(int stretch) {
        return Integer.toUnsignedLong(leasts[stretch]);
    }

    int position(int stretch) {
        return positions[stretch];
    }

    /** Returns the octets that it takes. */
    long memory() {
        return (long) Integer.BYTES * (leasts.length + positions.length + before.length);
    }
}
