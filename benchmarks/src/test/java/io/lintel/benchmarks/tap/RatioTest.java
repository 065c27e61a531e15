package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTest {
    private static final double CLOSE = 1e-3;

    private static Ratio of(double... ratios) {
        return Ratio.of(Arrays.stream(ratios)
                .mapToObj(ratio -> new Round(ratio, 1, ratio))
                .toList());
    }

    /** Of 1, 2, 4: logarithms with a mean of ln 2 and a deviation of ln 2; Student's t of two degrees at 97.5 % is 4.3027. */
    @Test
    void theIntervalIsStudentsOfTheRoundsLogarithms() {
        Ratio ratio = of(1, 2, 4);

        double factor = Math.pow(2, 4.3027 / Math.sqrt(3));
        assertEquals(2, ratio.ratio(), CLOSE);
        assertEquals(2 / factor, ratio.from(), CLOSE);
        assertEquals(2 * factor, ratio.to(), CLOSE * 10);
    }

    @Test
    void fewerThanThreeRoundsHaveNoInterval() {
        assertTrue(Double.isNaN(of(1.1).from()));
        assertTrue(Double.isNaN(of(1.1, 1.2).to()));
        assertEquals("-", of(1.1).range());
    }

    /** The machine was slow while the last pair was measured, both of it. */
    @Test
    void whatWasMeasuredInTurnsIsComparedPairByPair() {
        Round round = Round.inTurns(List.of(12.0, 11.0, 24.0), List.of(10.0, 10.0, 20.0));

        assertEquals(1.2, round.ratio(), CLOSE);
        assertEquals(12, round.ours());
        assertEquals(10, round.other());
    }

    @Test
    void whatWasMeasuredApartIsComparedByItsMedians() {
        assertEquals(
                1.5, Round.apart(List.of(3.0, 30.0, 2.0), List.of(2.0, 2.0)).ratio(), CLOSE);
    }
}
