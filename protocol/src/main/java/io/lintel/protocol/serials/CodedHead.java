package io.lintel.protocol.serials;

/**
 * What stands before the entries: the parameters, an octet each, and the number of entries as a varint.
 *
 * @param lengthParameter 0 where entries have no length
 * @param size how many octets it takes
 */
record CodedHead(SerialCoding coding, int gapParameter, int lengthParameter, long entries, int size) {
    private static final int VARINT_BITS = 7;
    private static final int VARINT_MORE = 0x80;
    private static final int VARINT_SIZE = 5;

    static CodedHead of(SerialCoding coding, int gapParameter, int lengthParameter, long entries) {
        int varint = 1;
        for (long rest = entries >>> VARINT_BITS; rest != 0; rest >>>= VARINT_BITS) {
            varint++;
        }
        return new CodedHead(coding, gapParameter, lengthParameter, entries, parameters(coding) + varint);
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException where it is cut or out of bounds
     */
    static CodedHead read(SerialCoding coding, Bits bits) {
        int parameters = parameters(coding);
        require(bits.size() > parameters, "the serials are cut");
        int gap = bits.octet(0);
        int length = parameters == 2 ? bits.octet(1) : 0;
        require(Math.max(gap, length) <= RiceCost.MAX_PARAMETER, "a parameter is at most " + RiceCost.MAX_PARAMETER);
        long entries = 0;
        for (int i = 0; i < VARINT_SIZE; i++) {
            require(parameters + i < bits.size(), "the serials are cut");
            int octet = bits.octet(parameters + i);
            entries |= (long) (octet & ~VARINT_MORE) << (i * VARINT_BITS);
            if (octet < VARINT_MORE) {
                require(octet != 0 || i == 0, "the number of entries has octets that say nothing");
                require(entries <= SerialSet.MAX_SERIAL, "there are more entries than serials");
                return new CodedHead(coding, gap, length, entries, parameters + i + 1);
            }
        }
        throw new IllegalArgumentException("the number of entries has too many octets");
    }

    void write(BitWriter out) {
        out.octet(gapParameter);
        if (coding == SerialCoding.RICE_RUNS) {
            out.octet(lengthParameter);
        }
        long rest = entries;
        while (rest >= VARINT_MORE) {
            out.octet((int) (rest | VARINT_MORE));
            rest >>>= VARINT_BITS;
        }
        out.octet((int) rest);
    }

    private static int parameters(SerialCoding coding) {
        return coding == SerialCoding.RICE_RUNS ? 2 : 1;
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
