package io.lintel.protocol.vectors.straight;

import io.lintel.crypto.Bytes;
import java.util.Collection;

/** Single fields of protobuf's wire format, as section 11 asks for them; a default is written where it is asked for. */
public final class FieldLines {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;

    private FieldLines() {}

    /** Returns a number in as few octets as it takes; the number is unsigned, of 64 bits. */
    public static Bytes varint(long value) {
        Bytes out = Bytes.EMPTY;
        long rest = value;
        while (rest >>> 7 != 0) {
            out = Bytes.concat(out, Bytes.of((int) (rest & 0x7f) | 0x80));
            rest >>>= 7;
        }
        return Bytes.concat(out, Bytes.of((int) rest));
    }

    public static Bytes number(int field, long value) {
        return Bytes.concat(tag(field, VARINT), varint(value));
    }

    /** Returns a fixed32, the one thing in little-endian order. */
    public static Bytes fixed(int field, long value) {
        return Bytes.concat(
                tag(field, FIXED_32),
                Bytes.of((int) (value & 0xff), (int) (value >> 8 & 0xff), (int) (value >> 16 & 0xff), (int)
                        (value >> 24 & 0xff)));
    }

    public static Bytes octets(int field, Bytes value) {
        return Bytes.concat(tag(field, LENGTH_DELIMITED), varint(value.size()), value);
    }

    public static Bytes packed(int field, Collection<Long> values) {
        return octets(
                field, Bytes.concat(values.stream().map(FieldLines::varint).toArray(Bytes[]::new)));
    }

    private static Bytes tag(int field, int wireType) {
        return varint((long) field << 3 | wireType);
    }
}
