package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes a body apart that is known to be good. */
final class BodyFields {
    private final Bytes body;
    private int at;

    private BodyFields(Bytes body) {
        this.body = body;
    }

    /** Returns each field with its tag, by number. */
    static SortedMap<Integer, Bytes> split(Bytes body) {
        BodyFields scan = new BodyFields(body);
        SortedMap<Integer, Bytes> fields = new TreeMap<>();
        while (scan.at < body.size()) {
            int start = scan.at;
            long tag = scan.varint();
            scan.skip((int) tag & 7);
            fields.put((int) (tag >> 3), body.slice(start, scan.at));
        }
        return fields;
    }

    /** Returns a field's content: behind its tag, and behind its length where it has one. */
    static Bytes content(Bytes field) {
        BodyFields scan = new BodyFields(field);
        if ((scan.varint() & 7) == 2) {
            scan.varint();
        }
        return field.slice(scan.at, field.size());
    }

    /** Returns the number that varint octets begin with. */
    static long number(Bytes varint) {
        return new BodyFields(varint).varint();
    }

    /** Returns the octets that follow the first varint. */
    static Bytes behindNumber(Bytes varints) {
        BodyFields scan = new BodyFields(varints);
        scan.varint();
        return varints.slice(scan.at, varints.size());
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; ; shift += 7) {
            int octet = body.unsigned(at++);
            value |= (long) (octet & 0x7f) << shift;
            if (octet < 0x80) {
                return value;
            }
        }
    }

    private void skip(int wireType) {
        switch (wireType) {
            case 0 -> varint();
            case 2 -> {
                int size = (int) varint();
                at += size;
            }
            case 5 -> at += 4;
            default -> throw new IllegalArgumentException("wire type " + wireType);
        }
    }
}
