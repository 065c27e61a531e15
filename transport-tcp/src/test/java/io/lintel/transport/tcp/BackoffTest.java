package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    @Spec("LINK-3-24")
    void waitsTwiceAsLongEachTimeUpToAMinuteAndByChance() {
        Set<Duration> firsts = new TreeSet<>();
        for (int seed = 0; seed < 50; seed++) {
            Backoff backoff = new Backoff(new Random(seed));
            firsts.add(assertWithin(backoff.next(), 1_000));
            for (long bound = 2_000; bound < 60_000; bound *= 2) {
                assertWithin(backoff.next(), bound);
            }
            assertWithin(backoff.next(), 60_000);
            assertWithin(backoff.next(), 60_000);
        }
        assertTrue(firsts.size() > 25, "by chance: " + firsts);
    }

    @Test
    @Spec("LINK-3-24")
    void beginsAnewBehindALinkThatStood() {
        Backoff backoff = new Backoff(new Random(1));
        for (int failure = 0; failure < 9; failure++) {
            backoff.next();
        }
        backoff.succeeded();
        assertWithin(backoff.next(), 1_000);
        assertWithin(backoff.next(), 2_000);
    }

    private static Duration assertWithin(Duration wait, long bound) {
        assertTrue(wait.toMillis() >= bound / 2 && wait.toMillis() <= bound, wait + " of " + bound + " ms");
        return wait;
    }
}
