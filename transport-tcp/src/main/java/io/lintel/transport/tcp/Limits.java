package io.lintel.transport.tcp;

import java.time.Duration;

/** Checks of the limits that a caller sets. */
final class Limits {
    private Limits() {}

    static void positive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " has to be at least 1, not " + value);
        }
    }

    static void positive(String name, Duration value) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " has to be longer than nothing, not " + value);
        }
    }
}
