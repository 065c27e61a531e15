package io.lintel.sdk.credential;

/**
 * An access number as people read and type it ({@code DEV-07}, {@code DEV-08}).
 *
 * @param value from 0
 */
public record AccessNumber(long value) {

    private static final int MAX_DIGITS = 18;

    /** Refuses a negative number. */
    public AccessNumber {
        if (value < 0) {
            throw new IllegalArgumentException("an access number is not negative");
        }
    }

    /** Reads decimal digits; leading zeros mean nothing, so 0017 is 17. */
    public static AccessNumber parse(String typed) {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1," + MAX_DIGITS + "}")) {
            throw new IllegalArgumentException("an access number is 1 to " + MAX_DIGITS + " decimal digits");
        }
        return new AccessNumber(Long.parseLong(digits));
    }

    /** The number as administrators see it: 17 (0x11). */
    public String text() {
        return value + " (0x" + Long.toHexString(value) + ")";
    }
}
