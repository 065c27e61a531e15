package io.lintel.benchmarks.revocation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.benchmarks.revocation.ListSizes.Delta;
import io.lintel.benchmarks.revocation.ListSizes.Row;
import io.lintel.benchmarks.revocation.Population.Pattern;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Octets do not depend on the machine, so they gate. */
class ListSizesTest {
    private final ListSizes sizes = new ListSizes();

    static List<Population> populations() {
        return ListSizes.populations();
    }

    @ParameterizedTest
    @MethodSource("populations")
    void listIsSmallerThanEveryRivals(Population population) {
        Row row = sizes.row(population);
        assertTrue(row.isSmallest(), row.toString());
    }

    @ParameterizedTest
    @MethodSource("populations")
    void randomListIsWithinOnePercentOfTheMinimum(Population population) {
        Row row = sizes.row(population);
        assertTrue(population.pattern() == Pattern.CLUSTERED || row.serials() <= 1.01 * row.minimum(), row.toString());
    }

    @Test
    void tenMoreAmongAMillionTakeAtMostFortyOctets() {
        Delta delta = sizes.delta(Population.of(1_000_000, Pattern.RANDOM));
        assertTrue(delta.serials() <= 40, delta.toString());
    }
}
