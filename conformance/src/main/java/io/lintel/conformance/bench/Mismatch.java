package io.lintel.conformance.bench;

import java.io.Serial;

/** Something was seen that the specification does not allow: the case has failed. */
public final class Mismatch extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String number;
    private final String expected;
    private final String seen;

    /** Names the sentence that is broken, what it asks for, and what was seen. */
    public Mismatch(String number, String expected, String seen) {
        super(number + ": expected " + expected + ", saw " + seen);
        this.number = number;
        this.expected = expected;
        this.seen = seen;
    }

    /** Fails the case unless something holds. */
    public static void unless(boolean holds, String number, String expected, String seen) {
        if (!holds) {
            throw new Mismatch(number, expected, seen);
        }
    }

    /** Returns the number of the sentence. */
    public String number() {
        return number;
    }

    /** Returns what it asks for. */
    public String expected() {
        return expected;
    }

    /** Returns what was seen. */
    public String seen() {
        return seen;
    }
}
