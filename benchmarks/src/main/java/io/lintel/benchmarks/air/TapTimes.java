package io.lintel.benchmarks.air;

import io.lintel.transport.ble.simulator.RadioConditions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * How long a conversation takes on the air, over many seeds.
 *
 * @param ascending the times of those that came to their end
 * @param lost how many lost their connection
 */
record TapTimes(List<Duration> ascending, int lost) {
    TapTimes {
        ascending = List.copyOf(ascending);
    }

    /** Plays a conversation with so many seeds, always the same. They are far apart: what {@code Random} draws first for 1, 2, 3 is alike. */
    static TapTimes simulate(Conversation conversation, RadioConditions conditions, Computing computing, int seeds) {
        List<Duration> times = new ArrayList<>();
        new SplittableRandom(1)
                .longs(seeds)
                .mapToObj(seed -> Exchange.took(conversation, conditions, computing, seed))
                .flatMap(Optional::stream)
                .forEach(times::add);
        times.sort(Comparator.naturalOrder());
        return new TapTimes(times, seeds - times.size());
    }

    /** The time within which so many of a hundred were over, lost ones counted as never; empty where that is never. */
    Optional<Duration> percentile(double percent) {
        int rank = (int) Math.ceil((ascending.size() + lost) * percent / 100);
        return rank > ascending.size() ? Optional.empty() : Optional.of(ascending.get(Math.max(rank, 1) - 1));
    }

    double meanMillis() {
        return ascending.stream().mapToLong(Duration::toNanos).average().orElse(Double.NaN) / 1e6;
    }
}
