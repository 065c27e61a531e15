package io.lintel.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.results.Aim.Bound;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatiosTest {
    /** The ranks of the sign test's tables for 95 %: the second of nine, the sixth of twenty. */
    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "5, 0", "6, 0", "8, 0", "9, 1", "12, 2", "20, 5"})
    void anIntervalLeavesOutAsManyAsTheSignTestAllows(int count, int rank) {
        assertEquals(rank, Ratios.rank(count));
    }

    @Test
    void theMedianOfAnEvenNumberLiesBetween() {
        assertEquals(2.5, Ratios.median(List.of(4.0, 1.0, 2.0, 3.0)));
        assertEquals(2, Ratios.median(List.of(3.0, 2.0, 1.0)));
    }

    @Test
    void anAimIsMetByItsMedianAndClearByItsInterval() {
        Aim met = Ratios.aim("", List.of(0.1, 0.15, 0.3), Bound.AT_MOST, 0.2);
        assertTrue(met.isMet());
        assertFalse(met.isClear());
        assertEquals("met, not clearly", met.verdict());

        Aim missed = Ratios.aim("", List.of(1.0, 1.5, 2.0), Bound.AT_LEAST, 5);
        assertFalse(missed.isMet());
        assertTrue(missed.isClear());
        assertEquals("missed", missed.verdict());
    }
}
