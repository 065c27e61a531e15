package io.lintel.cli.wallet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentilesAreByNearestRank() {
        Latencies latencies = new Latencies();
        for (int millis = 100; millis >= 1; millis--) {
            latencies.add(millis * 1_000_000L);
        }

        assertEquals(50, latencies.percentileMillis(50));
        assertEquals(99, latencies.percentileMillis(99));
        assertEquals(100, latencies.percentileMillis(100));
        assertEquals("100 taps: p50 50.0 ms, p90 90.0 ms, p99 99.0 ms, max 100.0 ms", latencies.toString());
    }

    @Test
    void oneTapIsItsOwnPercentiles() {
        Latencies latencies = new Latencies();
        latencies.add(1_234_567);

        assertEquals(1.235, latencies.percentileMillis(50));
        assertEquals(1.235, latencies.percentileMillis(99));
        assertEquals("1.2 ms", latencies.toString());
    }
}
