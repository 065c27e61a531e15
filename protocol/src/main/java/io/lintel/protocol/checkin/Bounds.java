package io.lintel.protocol.checkin;

import io.lintel.crypto.Bytes;
import java.nio.charset.StandardCharsets;

/** The bounds of what a check-in carries ({@code spec/protocol.md}, "Check-in"); a breach is a caller's mistake here. */
final class Bounds {
    private static final char FIRST_PRINTABLE = ' ';
    private static final char LAST_PRINTABLE = '~';

    private Bounds() {}

    static void that(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    static void within(long value, long least, long most, String what) {
        that(value >= least && value <= most, "the " + what + " must be " + least + " to " + most);
    }

    static void size(Bytes value, int size, String what) {
        that(value.size() == size, "the " + what + " must have " + size + " octets, not " + value.size());
    }

    static void sizeUpTo(Bytes value, int most, String what) {
        that(!value.isEmpty() && value.size() <= most, "a signed " + what + " has 1 to " + most + " octets");
    }

    static void ascii(String text, int most, String what) {
        that(text.length() <= most, "the " + what + " has at most " + most + " characters");
        that(
                text.chars().allMatch(character -> character >= FIRST_PRINTABLE && character <= LAST_PRINTABLE),
                "the " + what + " has printable ASCII characters only");
    }

    static void utf8(String text, int most, String what) {
        int size = text.getBytes(StandardCharsets.UTF_8).length;
        that(size >= 1 && size <= most, "the " + what + " has 1 to " + most + " octets of UTF-8");
        that(text.chars().noneMatch(Character::isISOControl), "the " + what + " has no control characters");
    }
}
