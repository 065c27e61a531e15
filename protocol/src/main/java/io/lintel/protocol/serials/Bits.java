package io.lintel.protocol.serials;

import io.lintel.crypto.Bytes;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Octets to read bits from, the most significant first, at any position; after the end there are zeros. Immutable. */
final class Bits {
    /** The two values of an entry, each up to 64 bits, may end after the end before that is noticed; and a word more. */
    private static final int PADDING = 3 * Long.BYTES;

    private final byte[] padded;
    /** The same octets; big-endian, and only read by index. A variable handle would keep older Android versions out. */
    private final ByteBuffer words;

    private final int size;

    Bits(Bytes octets) {
        this.size = octets.size();
        this.padded = Arrays.copyOf(octets.toByteArray(), size + PADDING);
        this.words = ByteBuffer.wrap(padded);
    }

    /** Returns how many octets there are. */
    int size() {
        return size;
    }

    int octet(int index) {
        return Byte.toUnsignedInt(padded[index]);
    }

    /** Returns the bits from a position on, at the top of a word, of which the highest 57 hold. */
    long at(int position) {
        return words.getLong(position >>> 3) << (position & 7);
    }

    Bytes octets() {
        return Bytes.copyOf(padded, 0, size);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Bits bits && Arrays.equals(padded, bits.padded);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(padded);
    }
}
