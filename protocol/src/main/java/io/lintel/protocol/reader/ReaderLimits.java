package io.lintel.protocol.reader;

import java.time.Duration;
import java.util.List;

/**
 * The bounds of a reader's memory and time.
 *
 * @param resumptions ratchets kept, least recently used out first
 * @param directory whole credentials kept, least recently used out first
 * @param ephemerals DH key pairs made ahead of time
 * @param openerLifetime how long a phone may take from the opener to its message
 * @param sessionLifetime how long the channel lives after the answer
 * @param ephemeralLifetime how long an unused ephemeral is kept
 * @param coldAfterUses fast taps until a cold tap is forced
 * @param coldAfter age of a ratchet at which a cold tap is forced
 * @param failedColdBurst failed cold taps in a row before cold taps wait
 * @param failedColdEvery time that pays for one more failed cold tap
 */
public record ReaderLimits(
        int resumptions,
        int directory,
        int ephemerals,
        Duration openerLifetime,
        Duration sessionLifetime,
        Duration ephemeralLifetime,
        int coldAfterUses,
        Duration coldAfter,
        int failedColdBurst,
        Duration failedColdEvery) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public ReaderLimits {
        if (resumptions < 1 || directory < 1 || ephemerals < 1 || coldAfterUses < 1 || failedColdBurst < 1) {
            throw new IllegalArgumentException("every limit of a reader is at least one");
        }
        for (Duration time : List.of(openerLifetime, sessionLifetime, ephemeralLifetime, coldAfter, failedColdEvery)) {
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "every time of a reader is " + SHORTEST + " to " + LONGEST + ", not " + time);
            }
        }
    }

    /** Returns the limits of spec/protocol.md 8: 10,000 ratchets and credentials, 5 s openers, cold after 200 or 30 days. */
    public static ReaderLimits standard() {
        return new ReaderLimits(
                10_000,
                10_000,
                64,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofHours(1),
                200,
                Duration.ofDays(30),
                32,
                Duration.ofMillis(250));
    }

    /** Returns these limits with another rule for when a cold tap is forced. */
    public ReaderLimits withCold(int afterUses, Duration after) {
        return new ReaderLimits(
                resumptions,
                directory,
                ephemerals,
                openerLifetime,
                sessionLifetime,
                ephemeralLifetime,
                afterUses,
                after,
                failedColdBurst,
                failedColdEvery);
    }

    /** Returns these limits with other table sizes, for small readers and for tests. */
    public ReaderLimits withTables(int resumptionEntries, int directoryEntries) {
        return new ReaderLimits(
                resumptionEntries,
                directoryEntries,
                ephemerals,
                openerLifetime,
                sessionLifetime,
                ephemeralLifetime,
                coldAfterUses,
                coldAfter,
                failedColdBurst,
                failedColdEvery);
    }
}
