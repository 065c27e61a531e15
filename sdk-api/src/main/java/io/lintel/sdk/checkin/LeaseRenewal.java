package io.lintel.sdk.checkin;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a lease is renewed and when a phone checks in next. Pure.
 *
 * <p>A lease is renewed when a third of it is over, and phones check in every third of it: two check-ins may fail before a
 * door stays closed, and a phone that checks in more often than that costs no signature.
 *
 * @param lease how long a credential works without a check-in; empty for as long as it is valid
 * @param every how often phones check in where no lease demands more
 */
public record LeaseRenewal(Optional<Duration> lease, Duration every) {
    private static final int PARTS = 3;
    private static final Duration LEAST = Duration.ofMinutes(1);
    private static final Duration MOST = Duration.ofDays(30);

    /** Returns whether a statement with one lease end is to be followed by one with another. */
    public boolean isDue(Instant signedLeaseEnd, Instant leaseEndNow) {
        return lease.isPresent()
                && Duration.between(signedLeaseEnd, leaseEndNow)
                                .compareTo(lease.get().dividedBy(PARTS))
                        >= 0;
    }

    /** Returns how long after a check-in the next is due: one minute to 30 days. */
    public Duration nextCheckIn() {
        Duration wanted =
                lease.map(time -> shorter(time.dividedBy(PARTS), every)).orElse(every);
        return wanted.compareTo(LEAST) < 0 ? LEAST : shorter(wanted, MOST);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
