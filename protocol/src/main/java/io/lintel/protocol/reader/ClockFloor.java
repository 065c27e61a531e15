package io.lintel.protocol.reader;

import java.time.Instant;

/**
 * The earliest time that it can be: the newest {@code issued} of any list or credential that the reader verified. A clock
 * that was set back, or lost, revives nothing that had ended by then. Thread-safe.
 */
final class ClockFloor {
    private Instant floor;

    /** Starts at what was noted before the restart. */
    ClockFloor(Instant noted) {
        this.floor = noted;
    }

    synchronized void raise(Instant issued) {
        if (issued.isAfter(floor)) {
            floor = issued;
        }
    }

    synchronized Instant get() {
        return floor;
    }

    /** Returns the clock's reading, or the floor where the clock is behind it. */
    synchronized Instant atLeast(Instant now) {
        return now.isBefore(floor) ? floor : now;
    }
}
