package io.lintel.sdk.command.outbox;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class BackoffTest {

    private static final long FIRST_MILLIS = 5_000;
    private static final long LONGEST_MILLIS = 3_600_000;

    @Property
    void waitIsBetweenHalfAndAllOfTheDoubledTimeUpToAnHour(
            @ForAll @IntRange(min = 1, max = 100) int failures, @ForAll long seed) {
        double doubled = Math.min(FIRST_MILLIS * Math.pow(2, failures - 1), LONGEST_MILLIS);

        Duration wait = Backoff.after(failures, new Random(seed));

        assertTrue(wait.toMillis() >= doubled / 2 && wait.toMillis() <= doubled, wait.toString());
    }
}
