package io.lintel.cli.simulation;

import io.lintel.cli.simulation.DoorPlace.Line;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What one life of a site showed.
 *
 * @param plan what was simulated
 * @param revocations credentials revoked
 * @param enforced how long it took until readers enforced a revocation, by kind of reader
 * @param proven how long it took until the manager had a receipt of it, by kind of reader
 * @param byReader how long it took until each reader enforced a revocation, by number
 * @param tally what happened how often
 */
record Findings(
        Plan plan,
        long revocations,
        Map<Line, Times> enforced,
        Map<Line, Times> proven,
        Map<Integer, Times> byReader,
        Tally tally) {

    /**
     * What happened how often.
     *
     * @param taps taps
     * @param granted taps that opened a door
     * @param grantedToRevoked taps that opened a door for a revoked credential, all within its bound
     * @param latestGrant the longest time from a revocation to a tap that it did not stop; empty where there was none
     * @param checkIns check-ins that were answered
     * @param powerCuts times that a reader lost power
     * @param resets times that a reader got new keys
     * @param refusedReceipts receipts that the manager did not take: forged, stale, or of keys that no longer count
     * @param statements bounds stated, each held against every later grant
     */
    record Tally(
            long taps,
            long granted,
            long grantedToRevoked,
            Optional<Duration> latestGrant,
            long checkIns,
            long powerCuts,
            long resets,
            long refusedReceipts,
            long statements) {}
}
