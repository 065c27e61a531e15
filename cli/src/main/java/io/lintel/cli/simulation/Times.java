package io.lintel.cli.simulation;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * How long something took, each time that it was awaited.
 *
 * @param ascending the times of those that came, ascending
 * @param missing how many had not come when the simulation ended; they count as longer than all others
 */
record Times(List<Duration> ascending, long missing) {
    Times {
        ascending = List.copyOf(ascending);
    }

    static Times of(Collection<Duration> times, long missing) {
        return new Times(times.stream().sorted().toList(), missing);
    }

    long count() {
        return ascending.size() + missing;
    }

    /** Returns the time within which so many of a hundred came; empty where fewer came at all. */
    Optional<Duration> percentile(int percent) {
        long rank = Math.max(1, (count() * percent + 99) / 100);
        return rank <= ascending.size() ? Optional.of(ascending.get((int) rank - 1)) : Optional.empty();
    }

    /** Returns the longest time; empty where some did not come, or nothing was awaited. */
    Optional<Duration> longest() {
        return percentile(100);
    }
}
