package io.lintel.protocol.reader;

import java.time.Duration;
import java.time.Instant;

/** The one reading of elapsed time at a reader. */
final class Elapsed {
    private Elapsed() {}

    /** Returns whether less than a limit has passed; a clock that went back has no answer, which counts as too long. */
    static boolean isWithin(Duration limit, Instant since, Instant now) {
        Duration elapsed = Duration.between(since, now);
        return !elapsed.isNegative() && elapsed.compareTo(limit) < 0;
    }
}
