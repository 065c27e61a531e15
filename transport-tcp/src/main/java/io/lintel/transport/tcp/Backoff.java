package io.lintel.transport.tcp;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a reader waits before it connects again: up to a second at first, up to twice as long each time, up to a minute;
 * how long within that, chance says, so that a site's readers do not come all at once when their manager is back.
 */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final RandomGenerator random;
    private Duration bound = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        long half = bound.toMillis() / 2;
        Duration wait = Duration.ofMillis(half + random.nextLong(half + 1));
        Duration doubled = bound.multipliedBy(2);
        bound = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void succeeded() {
        bound = FIRST;
    }
}
