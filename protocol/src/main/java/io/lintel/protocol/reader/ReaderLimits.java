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
 * @param courierOctets octets that one courier may hand over behind one answer, {@value #MIN_COURIER_OCTETS} to {@value
 *     #MAX_COURIER_OCTETS}; 0 to take nothing from couriers
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
        Duration failedColdEvery,
        int courierOctets) {

    /** Room for a head and the longest chunk table. */
    public static final int MIN_COURIER_OCTETS = 4096;

    /** The most that one courier may hand over. */
    public static final int MAX_COURIER_OCTETS = 65_536;

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofDays(366);

    public ReaderLimits {
        if (resumptions < 1 || directory < 1 || ephemerals < 1 || coldAfterUses < 1 || failedColdBurst < 1) {
            throw new IllegalArgumentException("every limit of a reader is at least one");
        }
        if (courierOctets != 0 && (courierOctets < MIN_COURIER_OCTETS || courierOctets > MAX_COURIER_OCTETS)) {
            throw new IllegalArgumentException("a courier hands over " + MIN_COURIER_OCTETS + " to "
                    + MAX_COURIER_OCTETS + " octets, or 0, not " + courierOctets);
        }
        for (Duration time : List.of(openerLifetime, sessionLifetime, ephemeralLifetime, coldAfter, failedColdEvery)) {
            if (time.compareTo(SHORTEST) < 0 || time.compareTo(LONGEST) > 0) {
                throw new IllegalArgumentException(
                        "every time of a reader is " + SHORTEST + " to " + LONGEST + ", not " + time);
            }
        }
    }

    /** Returns the limits of spec/protocol.md 8: 10,000 ratchets and credentials, 5 s openers, cold after 200 or 30 days, 8 KiB a courier. */
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
                Duration.ofMillis(250),
                8192);
    }

    /** Returns these limits with another bound on what one courier hands over, 0 to take nothing. */
    public ReaderLimits withCourier(int octets) {
        return new ReaderLimits(
                resumptions,
                directory,
                ephemerals,
                openerLifetime,
                sessionLifetime,
                ephemeralLifetime,
                coldAfterUses,
                coldAfter,
                failedColdBurst,
                failedColdEvery,
                octets);
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
                failedColdEvery,
                courierOctets);
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
                failedColdEvery,
                courierOctets);
    }
}
