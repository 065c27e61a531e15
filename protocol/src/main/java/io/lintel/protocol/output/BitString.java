package io.lintel.protocol.output;

import io.lintel.crypto.Bytes;

/**
 * A short string of bits, in the order in which a reader sends them. {@link #toString()} tells the length only.
 *
 * @param value the bits as a number, the first one sent being the most significant
 * @param size how many bits there are, 1 to 63
 */
public record BitString(long value, int size) {
    /** The most bits that one string holds. */
    public static final int MAX_SIZE = 63;

    /** Refuses a size out of bounds, or a value with more bits, with {@link IllegalArgumentException}. */
    public BitString {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException("a bit string has 1 to " + MAX_SIZE + " bits, not " + size);
        }
        if (value < 0 || value >>> size != 0) {
            throw new IllegalArgumentException("the value has more than " + size + " bits");
        }
    }

    /** Returns the bit at {@code index}, 0 or 1; index 0 is sent first. */
    public int bit(int index) {
        return (int) field(index, 1);
    }

    /** Returns {@code length} bits from {@code index} on, as a number. */
    public long field(int index, int length) {
        if (index < 0 || length < 1 || index + length > size) {
            throw new IndexOutOfBoundsException("bits " + index + " to " + (index + length) + " of " + size);
        }
        return (value >>> (size - index - length)) & ((1L << length) - 1);
    }

    /** Returns the bits in octets, the first bit being the most significant of the first octet; zeros fill the last. */
    public Bytes leftAligned() {
        int octets = (size + 7) / 8;
        long aligned = value << (octets * 8 - size);
        byte[] out = new byte[octets];
        for (int i = 0; i < octets; i++) {
            out[i] = (byte) (aligned >>> (8 * (octets - 1 - i)));
        }
        return Bytes.copyOf(out);
    }

    @Override
    public String toString() {
        return "BitString[" + size + " bits, redacted]";
    }
}
