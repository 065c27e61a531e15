package io.lintel.cli.simulation;

import io.lintel.sdk.revocation.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds each grant against every bound that the manager stated before: for a revoked credential, at each reader, the earliest
 * counts. A grant after it is a {@link BoundBeaten}, and so is one by a reader of which the manager stated nothing.
 */
final class Oracle {
    private record Pair(long serial, int reader) {}

    private final Map<Pair, Instant> earliest = new HashMap<>();
    private final Set<Pair> named = new HashSet<>();
    private final Map<Long, Instant> revoked = new HashMap<>();
    private Optional<Duration> latest = Optional.empty();
    private long statements;
    private long grants;

    /** Hears a bound that the manager states now. */
    void stated(long serial, int reader, Bound bound, Instant now) {
        statements++;
        named.add(new Pair(serial, reader));
        revoked.putIfAbsent(serial, now);
        if (bound instanceof Bound.Enforced) {
            earliest.merge(new Pair(serial, reader), now, Oracle::earlier);
        } else if (bound instanceof Bound.Until until) {
            earliest.merge(new Pair(serial, reader), until.at(), Oracle::earlier);
        }
    }

    /** Hears that a reader opened for a revoked credential. */
    void granted(long serial, int reader, Instant now) {
        grants++;
        Duration after = Duration.between(revoked.getOrDefault(serial, now), now);
        latest = latest.filter(known -> known.compareTo(after) >= 0).or(() -> Optional.of(after));
        Pair pair = new Pair(serial, reader);
        if (!named.contains(pair)) {
            throw new BoundBeaten(serial, reader, now);
        }
        Instant bound = earliest.get(pair);
        if (bound != null && !now.isBefore(bound)) {
            throw new BoundBeaten(serial, reader, bound, now);
        }
    }

    /** Returns how many bounds were stated. */
    long statements() {
        return statements;
    }

    /** Returns how often a revoked credential opened a door, within its bound. */
    long grants() {
        return grants;
    }

    /** Returns the longest time from a revocation to a grant that it did not stop. */
    Optional<Duration> latestGrant() {
        return latest;
    }

    private static Instant earlier(Instant one, Instant other) {
        return other.isBefore(one) ? other : one;
    }
}
