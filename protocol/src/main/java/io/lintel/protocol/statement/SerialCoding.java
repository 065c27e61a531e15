package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import java.nio.ByteBuffer;
import java.util.Optional;

/** How a revocation list writes its serials ({@code spec/protocol.md}, "Revocation list"). */
public enum SerialCoding {
    /** Serials of 4 octets big-endian, ascending. */
    PLAIN(1) {
        @Override
        Bytes encode(SerialSet serials) {
            ByteBuffer out = ByteBuffer.allocate(serials.size() * Integer.BYTES);
            serials.stream().forEach(serial -> out.putInt((int) serial));
            return Bytes.copyOf(out.array());
        }

        @Override
        SerialSet decode(Bytes octets) {
            Require.that(
                    octets.size() % Integer.BYTES == 0 && octets.size() / Integer.BYTES <= SerialSet.MAX_SIZE,
                    "plain serials take 4 octets each, and there are at most " + SerialSet.MAX_SIZE);
            ByteBuffer in = ByteBuffer.wrap(octets.toByteArray());
            long[] serials = new long[octets.size() / Integer.BYTES];
            for (int i = 0; i < serials.length; i++) {
                serials[i] = Integer.toUnsignedLong(in.getInt());
            }
            return SerialSet.of(serials);
        }
    };

    private final int code;

    SerialCoding(int code) {
        this.code = code;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the coding with that number on the wire, or nothing. */
    public static Optional<SerialCoding> ofCode(int code) {
        return code == PLAIN.code ? Optional.of(PLAIN) : Optional.empty();
    }

    /** Returns the one encoding of the set. */
    abstract Bytes encode(SerialSet serials);

    /**
     * Reads serials. It may accept more than {@link #encode} writes, such as an order that is not ascending: whoever
     * decodes a statement encodes it again and compares.
     *
     * @throws IllegalArgumentException where the octets break a bound
     */
    abstract SerialSet decode(Bytes octets);
}
