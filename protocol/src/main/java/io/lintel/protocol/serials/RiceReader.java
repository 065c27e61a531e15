package io.lintel.protocol.serials;

/** Reads values in Rice's code one after the other. It makes no object and copies nothing. */
final class RiceReader {
    private final Bits bits;
    private int position;

    RiceReader(Bits bits, int position) {
        this.bits = bits;
        this.position = position;
    }

    int position() {
        return position;
    }

    /**
     * Reads a value.
     *
     * @throws IllegalArgumentException where a value is written whole that is not far
     */
    long next(int parameter) {
        long word = bits.at(position);
        int zeros = Long.numberOfLeadingZeros(word);
        if (zeros >= RiceCost.ESCAPE) {
            return whole(parameter);
        }
        position += zeros + 1 + parameter;
        return (long) zeros << parameter | low(word << zeros << 1, parameter);
    }

    private long whole(int parameter) {
        position += RiceCost.ESCAPE;
        long value = low(bits.at(position), RiceCost.WHOLE_BITS);
        position += RiceCost.WHOLE_BITS;
        if (value >>> parameter < RiceCost.ESCAPE) {
            throw new IllegalArgumentException("a gap is written whole that is not far");
        }
        return value;
    }

    /** Returns the highest bits of a word; none is 0. */
    private static long low(long word, int parameter) {
        return word >>> 1 >>> (Long.SIZE - 1 - parameter);
    }
}
