package io.lintel.benchmarks.air;

import java.time.Duration;
import java.util.List;

/**
 * How long a sender computes before each message of a conversation.
 *
 * @param before the time before each message; the last one stands for those behind it
 */
record Computing(List<Duration> before) {
    /** Next to nothing, but more than the 150 us in which a radio would have to answer within the same connection event. */
    static final Computing NEGLIGIBLE = new Computing(List.of(Duration.ofMillis(1)));

    Computing {
        before = List.copyOf(before);
        if (before.isEmpty()) {
            throw new IllegalArgumentException("say how long it takes before the first message");
        }
    }

    Duration before(int message) {
        return before.get(Math.min(message, before.size() - 1));
    }
}
