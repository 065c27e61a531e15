package io.lintel.benchmarks.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final int COUNT = 20_000;

    @Test
    void visitsAreDueInOrderAtTheRateThatWasAskedFor() {
        Arrivals arrivals = new Arrivals(COUNT, 300, 7);

        for (int visit = 1; visit < COUNT; visit++) {
            assertTrue(arrivals.due(visit) >= arrivals.due(visit - 1));
        }
        assertEquals(300, COUNT * 1e9 / arrivals.due(COUNT - 1), 10);
    }

    /** Gaps of independent arrivals are exponential: two thirds are shorter than the mean, and a few are many times as long. */
    @Test
    void visitsComeAtRandomAndNotAsTheyEnd() {
        Arrivals arrivals = new Arrivals(COUNT, 1000, 7);
        int shorter = 0;
        for (int visit = 1; visit < COUNT; visit++) {
            shorter += arrivals.due(visit) - arrivals.due(visit - 1) < 1_000_000 ? 1 : 0;
        }
        assertEquals(1 - Math.exp(-1), shorter / (double) COUNT, 0.02);
    }

    @Test
    void theSameSeedGivesTheSameTimes() {
        assertEquals(new Arrivals(10, 300, 7).due(9), new Arrivals(10, 300, 7).due(9));
        assertTrue(new Arrivals(10, 300, 7).due(9) != new Arrivals(10, 300, 8).due(9));
    }
}
