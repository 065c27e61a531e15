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
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = (value << 8) | octets.unsigned(offset + i);
        }
        return value;
    }
}
