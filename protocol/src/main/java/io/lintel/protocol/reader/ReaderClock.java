package io.lintel.protocol.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a site states about the clock of a reader, and what the reader does without one (spec/protocol.md 7).
 *
 * @param worstLag the most that the clock is ever behind, {@link Duration#ZERO} to {@link #MAX_LAG} in whole seconds; empty
 *     where the reader has no clock
 * @param without what it does where it has no clock, or where its clock is further behind than that and so was lost
 */
public record ReaderClock(Optional<Duration> worstLag, Without without) {
    /** The largest lag that can be stated. */
    public static final Duration MAX_LAG = Duration.ofDays(30);

    /** What a reader does that does not know the time. */
    public enum Without {
        /** It denies everybody until its clock is set. */
        DENY,
        /**
         * It takes the newest time that it knows of, from lists and credentials, for now. What ended after that still opens:
         * leases, validity and the list's expiry bound nothing then.
         */
        ALLOW
    }

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public ReaderClock {
        worstLag.ifPresent(lag -> {
            if (lag.isNegative() || lag.compareTo(MAX_LAG) > 0 || !lag.equals(Duration.ofSeconds(lag.toSeconds()))) {
                throw new IllegalArgumentException(
                        "a clock's worst lag is 0 to " + MAX_LAG.toDays() + " days in whole seconds");
            }
        });
    }

    /** Returns a clock that is behind by so much at most; a reader that finds it lost denies. */
    public static ReaderClock within(Duration worstLag) {
        return new ReaderClock(Optional.of(worstLag), Without.DENY);
    }

    /** Returns that there is no clock. */
    public static ReaderClock none(Without without) {
        return new ReaderClock(Optional.empty(), without);
    }

    /**
     * Returns how late such a reader may be in denying what has ended. Empty where nothing bounds it: it has no clock and goes
     * on without, or it would go on without if it lost its clock.
     */
    public Optional<Duration> boundedLag() {
        return without == Without.DENY ? worstLag : Optional.empty();
    }

    /** Returns whether a reading can be right, given the earliest time that it can be. */
    boolean isRight(Instant reading, Instant floor) {
        return worstLag.isPresent()
                && (!reading.isBefore(floor) || !reading.plus(worstLag.get()).isBefore(floor));
    }
}
