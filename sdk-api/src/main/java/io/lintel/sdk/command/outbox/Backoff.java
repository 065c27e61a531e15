package io.lintel.sdk.command.outbox;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait after a failure: twice as long each time, up to an hour, and a little at random. Pure. */
final class Backoff {

    /** Attempts until something is given up: at the longest waits, about half a day. */
    static final int MAX_ATTEMPTS = 20;

    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Beyond this many doublings the longest wait is reached, and shifting further would overflow. */
    private static final int MAX_DOUBLINGS = 12;

    private Backoff() {}

    /**
     * The wait after so many failures in a row: between half and all of the doubled time, so that those who failed together
     * do not return together.
     */
    static Duration after(int failures, RandomGenerator random) {
        long doubled = FIRST.toMillis() << Math.min(failures - 1, MAX_DOUBLINGS);
        long bound = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(bound / 2 + random.nextLong(bound / 2 + 1));
    }
}
