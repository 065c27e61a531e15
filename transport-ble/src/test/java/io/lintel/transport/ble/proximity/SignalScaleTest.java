package io.lintel.transport.ble.proximity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Requirement;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The seeds' steps of the signal range, and what lies between. */
final class SignalScaleTest {
    @ParameterizedTest
    @CsvSource({"6, 10", "4.5, 40", "2.5, 70", "0.1, 100", "20, 0", "0.01, 100"})
    @Requirement("RDR-07")
    void theStepsAreTheDistancesOfTheSeed(double metres, int percent) {
        assertEquals(percent, SignalScale.percent(SignalScale.decibelsAt(metres)));
    }

    @ParameterizedTest
    @CsvSource({"40, 4, 5", "55, 3, 4", "70, 2, 3"})
    @Requirement("RDR-08")
    void theStepsOfOneTapLieWhereTheirRangesDo(int percent, double beyond, double within) {
        assertTrue(SignalScale.percent(SignalScale.decibelsAt(beyond)) >= percent);
        assertTrue(SignalScale.percent(SignalScale.decibelsAt(within)) < percent);
    }

    @Property
    void nearerIsNeverLess(
            @ForAll @DoubleRange(min = -80, max = 80) double one,
            @ForAll @DoubleRange(min = -80, max = 80) double other) {
        int stronger = SignalScale.percent(Math.min(one, other));
        assertTrue(stronger >= SignalScale.percent(Math.max(one, other)));
        assertTrue(stronger >= 0 && stronger <= 100);
    }

    @Test
    void theValueThatStandsForNoSignalIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Signal<>(1, Instant.EPOCH, 127, -59));
    }
}
