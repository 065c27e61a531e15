package io.lintel.sdk.revocation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One reader and one revoked credential, second by second: everything that may be true as far as the manager knows, tried out.
 * Small numbers throughout: list epochs 1, 2, ... and seconds since the epoch.
 *
 * @param expiries when each list expires, the first one's first
 * @param revokedBy the epoch of the first list that names the credential, at least 2
 * @param certifiedAt the epoch of the newest list when the reader was certified, 0 for before the first
 * @param confirmed the epoch that its newest receipt names, 0 for none
 * @param lag how far its clock may be behind; empty where that is not bounded
 * @param staleFor how long it goes by an expired list; empty where that is not bounded
 * @param leaseEnd the latest lease end; empty for none
 * @param validUntil the latest end of the validity; empty for none
 */
record NaiveDoor(
        List<Integer> expiries,
        int revokedBy,
        int certifiedAt,
        int confirmed,
        Optional<Integer> lag,
        Optional<Integer> staleFor,
        Optional<Integer> leaseEnd,
        Optional<Integer> validUntil) {

    /** After this second nothing happens that a bound would have to cover, unless nothing bounds it. */
    static final int HORIZON = 80;

    /** Whether the credential may open the door at a second, with whatever list and clock the reader may have then. */
    boolean mayOpenAt(int second) {
        for (int held = Math.max(1, Math.max(certifiedAt, confirmed)); held <= expiries.size(); held++) {
            // The further its clock is behind, the longer it opens.
            int reading = second - lag.orElse(second);
            if (opens(held, reading)) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(int held, int reading) {
        boolean listCounts = staleFor.isEmpty() || reading < expiries.get(held - 1) + staleFor.get();
        return held < revokedBy
                && listCounts
                && leaseEnd.filter(end -> reading >= end).isEmpty()
                && validUntil.filter(end -> reading >= end).isEmpty();
    }

    /** What the manager is told of all this. */
    ReaderFacts reader() {
        return new ReaderFacts(
                1, certifiedAt, confirmed, lag.map(Duration::ofSeconds), staleFor.map(Duration::ofSeconds));
    }

    /** What the manager is told of the credential. */
    RevokedFacts revoked() {
        return new RevokedFacts(
                revokedBy,
                leaseEnd.map(Instant::ofEpochSecond),
                validUntil.map(Instant::ofEpochSecond),
                Optional.of(Instant.ofEpochSecond(expiries.get(revokedBy - 2))));
    }

    /** The first second from which on the credential opens nothing; empty where there is none up to the horizon. */
    Optional<Integer> closes() {
        for (int second = HORIZON; second >= 0; second--) {
            if (mayOpenAt(second)) {
                return second == HORIZON ? Optional.empty() : Optional.of(second + 1);
            }
        }
        return Optional.of(0);
    }
}
