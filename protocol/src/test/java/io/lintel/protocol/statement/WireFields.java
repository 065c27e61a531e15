package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import java.util.ArrayList;
import java.util.List;

/** A body cut into its fields, tag included, so that a test can put them together wrongly. */
final class WireFields {
    private WireFields() {}

    static List<Bytes> split(Bytes body) {
        List<Bytes> fields = new ArrayList<>();
        int at = 0;
        while (at < body.size()) {
            int start = at;
            int tag = body.unsigned(at++);
            switch (tag & 7) {
                case 0 -> {
                    while (body.unsigned(at++) >= 0x80) {}
                }
                case 2 -> {
                    int length = body.unsigned(at++);
                    at += length;
                }
                case 5 -> at += 4;
                default -> throw new IllegalArgumentException("wire type " + (tag & 7));
            }
            fields.add(body.slice(start, at));
        }
        return fields;
    }

    static Bytes join(List<Bytes> fields) {
        return Bytes.concat(fields.toArray(Bytes[]::new));
    }

    static int number(Bytes field) {
        return field.unsigned(0) >> 3;
    }

    static boolean isVarint(Bytes field) {
        return (field.unsigned(0) & 7) == 0;
    }
}
