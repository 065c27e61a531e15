package io.lintel.sdk.person;

/**
 * How far somebody has read a history.
 *
 * @param access the number of the last record of an access, 0 for none
 * @param change the number of the last change, 0 for none
 */
public record HistoryCursor(long access, long change) {

    /** The beginning. */
    public static final HistoryCursor START = new HistoryCursor(0, 0);

    /** Refuses negative numbers. */
    public HistoryCursor {
        if (access < 0 || change < 0) {
            throw new IllegalArgumentException("a cursor has two numbers from 0 on");
        }
    }

    /** Returns the cursor that {@link #toString()} wrote; refuses anything else. */
    public static HistoryCursor parse(String text) {
        String[] numbers = text.split("-", -1);
        if (numbers.length != 2) {
            throw new IllegalArgumentException("a cursor is two numbers with a hyphen between them, such as 0-0");
        }
        try {
            return new HistoryCursor(Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a cursor is two numbers with a hyphen between them, such as 0-0", e);
        }
    }

    /** Returns both numbers with a hyphen between them. */
    @Override
    public String toString() {
        return access + "-" + change;
    }
}
