package io.lintel.protocol.reader;

import java.time.Duration;
import java.time.Instant;

/** The one reading of elapsed time at a reader. */
final class Elapsed {
    private static final int NANOS = 1_000_000_000;

    private Elapsed() {}

    /** Returns whether less than a limit has passed; a clock that went back has no answer, which counts as too long. */
    static boolean isWithin(Duration limit, Instant since, Instant now) {
        return isWithin(limit, since.getEpochSecond(), since.getNano(), now);
    }

    /** The same since an instant that is kept as two numbers. */
    static boolean isWithin(Duration limit, long second, int nano, Instant now) {
        long seconds = now.getEpochSecond() - second; // instants are far fewer seconds apart than a long holds
        int nanos = now.getNano() - nano;
        if (nanos < 0) {
            seconds--;
            nanos += NANOS;
        }
        return seconds >= 0
                && (seconds < limit.getSeconds() || (seconds == limit.getSeconds() && nanos < limit.getNano()));
    }
}
