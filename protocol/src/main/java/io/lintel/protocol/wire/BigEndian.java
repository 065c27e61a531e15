package io.lintel.protocol.wire;

import io.lintel.crypto.Bytes;

/** Integers on the wire: unsigned, most significant octet first. */
final class BigEndian {
    private BigEndian() {}

    static Bytes u16(int value) {
        return Bytes.of((value >>> 8) & 0xff, value & 0xff);
    }

    static int readU16(Bytes octets, int offset) {
        return octets.unsigned(offset) << 8 | octets.unsigned(offset + 1);
    }

    static Bytes u32(long value) {
        return Bytes.of(
                (int) (value >>> 24) & 0xff,
                (int) (value >>> 16) & 0xff,
                (int) (value >>> 8) & 0xff,
                (int) value & 0xff);
    }

    static long readU32(Bytes octets, int offset) {
        return read(octets, offset, 4);
    }

    /** Reads 8 octets; a number of 2^63 and more comes out negative. */
    static long readU64(Bytes octets, int offset) {
        return read(octets, offset, 8);
    }

    private static long read(Bytes octets, int offset, int size) {
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = (value << 8) | octets.unsigned(offset + i);
        }
        return value;
    }
}
