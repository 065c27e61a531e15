package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;

/**
 * A walk over a body's fields that finds where the known ones end and checks the form of those behind. Fields numbered 16
 * and above are additions of a later version: signed and kept, not understood, but of canonical form all the same, so that
 * nobody can make a second encoding of one statement.
 */
final class FieldScan {
    private static final int FIRST_UNKNOWN_FIELD = 16;
    private static final int MAX_FIELD = (1 << 29) - 1;
    private static final int MAX_VARINT_SIZE = 10;

    private final Bytes body;
    private int at;

    private FieldScan(Bytes body) {
        this.body = body;
    }

    /**
     * Returns the index of the first field numbered 16 or above, or the body's size.
     *
     * @throws IllegalArgumentException where fields are not ascending, come twice, are truncated or written at length
     */
    static int endOfKnownFields(Bytes body) {
        FieldScan scan = new FieldScan(body);
        int end = body.size();
        long last = 0;
        while (scan.at < body.size()) {
            int start = scan.at;
            long tag = scan.varint();
            long field = tag >>> 3;
            Require.that(field > last && field <= MAX_FIELD, "fields must ascend and come once each");
            if (last < FIRST_UNKNOWN_FIELD && field >= FIRST_UNKNOWN_FIELD) {
                end = start;
            }
            scan.skip((int) (tag & 7));
            last = field;
        }
        return end;
    }

    private void skip(int wireType) {
        switch (wireType) {
            case 0 -> varint();
            case 1 -> advance(Long.BYTES);
            case 2 -> advance(varint());
            case 5 -> advance(Integer.BYTES);
            default -> throw new IllegalArgumentException("a field has a wire type that statements do not use");
        }
    }

    private void advance(long octets) {
        Require.that(octets >= 0 && octets <= body.size() - at, "a field is truncated");
        at += (int) octets;
    }

    /** Reads a varint of at most 64 bits, which must be as short as it can be. */
    private long varint() {
        long value = 0;
        for (int i = 0; i < MAX_VARINT_SIZE; i++) {
            Require.that(at < body.size(), "a field is truncated");
            int octet = body.unsigned(at++);
            Require.that(i < MAX_VARINT_SIZE - 1 || octet <= 1, "a number has more than 64 bits");
            value |= (long) (octet & 0x7f) << (7 * i);
            if (octet < 0x80) {
                Require.that(octet != 0 || i == 0, "a number is not written as short as possible");
                return value;
            }
        }
        throw new IllegalArgumentException("a number has more than 64 bits");
    }
}
