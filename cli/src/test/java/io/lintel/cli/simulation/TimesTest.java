package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimesTest {
    @Test
    void aPercentileIsTheTimeWithinWhichSoManyCame() {
        Times times = Times.of(
                IntStream.rangeClosed(1, 200).mapToObj(Duration::ofSeconds).toList(), 0);

        assertEquals(Optional.of(Duration.ofSeconds(100)), times.percentile(50));
        assertEquals(Optional.of(Duration.ofSeconds(198)), times.percentile(99));
        assertEquals(Optional.of(Duration.ofSeconds(200)), times.longest());
    }

    @Test
    void whatHasNotComeCountsAsLongerThanAllElse() {
        Times times = Times.of(List.of(Duration.ofSeconds(2), Duration.ofSeconds(1)), 2);

        assertEquals(4, times.count());
        assertEquals(Optional.of(Duration.ofSeconds(2)), times.percentile(50));
        assertEquals(Optional.empty(), times.percentile(51));
        assertEquals(Optional.empty(), times.longest());
    }

    @Test
    void nothingHasNoPercentile() {
        assertEquals(Optional.empty(), Times.of(List.of(), 0).percentile(50));
    }
}
