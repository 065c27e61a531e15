package io.lintel.cli.simulation;

import java.time.Duration;
import java.util.List;

/**
 * What to simulate. With the seed, everything that happens follows from it.
 *
 * @param seed where chance begins
 * @param days how long, 1 to 3,660
 * @param readers how many readers, 1 to 10,000
 * @param phones how many phones at any time, 1 to 100,000
 * @param offlinePercent how many of a hundred readers are never online, 0 to 100
 * @param couriers whether phones carry lists and receipts
 */
record Plan(long seed, int days, int readers, int phones, int offlinePercent, Couriers couriers) {
    static final int MAX_DAYS = 3_660;
    static final int MAX_READERS = 10_000;
    static final int MAX_PHONES = 100_000;

    /** How long a lease is, where a credential has one. Half of it is left when a check-in renews it. */
    static final Duration LEASE = Duration.ofDays(7);

    /** How long a lease is once the manager has narrowed a credential. */
    static final Duration SHORT_LEASE = Duration.ofDays(3);

    /** How long a list is good; it is published anew when half of that is over. */
    static final Duration LIST_VALIDITY = Duration.ofDays(14);

    /** How long readers that are never online go by a list that has expired, one or the other. */
    static final List<Duration> STALE_ALLOWANCES = List.of(Duration.ofDays(3), Duration.ofDays(60));

    /** How often somebody walks to each reader that is never online, brings the list and sets the clock. */
    static final Duration ROUND = Duration.ofDays(28);

    /** The time in which one phone of a hundred is revoked. */
    static final Duration HUNDREDTH_REVOKED = Duration.ofDays(7);

    /** The least time between two revocations on average, so that a small site has some. */
    static final Duration LONGEST_WITHOUT_REVOCATION = Duration.ofDays(1);

    /** Whether phones carry lists to readers, and receipts home. */
    enum Couriers {
        CARRYING,
        NONE
    }

    Plan {
        require(days, MAX_DAYS, "days");
        require(readers, MAX_READERS, "readers");
        require(phones, MAX_PHONES, "phones");
        if (offlinePercent < 0 || offlinePercent > 100) {
            throw new IllegalArgumentException("--offline is 0 to 100 percent, not " + offlinePercent);
        }
    }

    private static void require(int value, int most, String what) {
        if (value < 1 || value > most) {
            throw new IllegalArgumentException("--" + what + " is 1 to " + most + ", not " + value);
        }
    }

    Plan with(Couriers other) {
        return new Plan(seed, days, readers, phones, offlinePercent, other);
    }

    /** Returns the command that simulates this again. */
    String command() {
        return "lintel simulate --seed " + seed + " --days " + days + " --readers " + readers + " --phones " + phones
                + " --offline " + offlinePercent;
    }

    /** Returns the mean time between two revocations. */
    Duration betweenRevocations() {
        Duration mean = HUNDREDTH_REVOKED.multipliedBy(100).dividedBy(phones);
        return mean.compareTo(LONGEST_WITHOUT_REVOCATION) > 0 ? LONGEST_WITHOUT_REVOCATION : mean;
    }
}
