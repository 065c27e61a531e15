package io.lintel.cli.simulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.sdk.revocation.Bound;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OracleTest {
    private static final Instant NOW = SimulatedSite.BEGINNING;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Oracle oracle = new Oracle();

    @Test
    void aGrantBeforeTheBoundIsCountedAndOneAtItIsFoundOut() {
        oracle.stated(7, 1, new Bound.Until(NOW.plus(HOUR)), NOW);

        oracle.granted(7, 1, NOW.plus(HOUR).minusMillis(1));

        assertEquals(1, oracle.grants());
        assertEquals(Optional.of(HOUR.minusMillis(1)), oracle.latestGrant());
        assertThrows(BoundBeaten.class, () -> oracle.granted(7, 1, NOW.plus(HOUR)));
    }

    @Test
    void aLaterBoundDoesNotTakeAnEarlierOneBack() {
        oracle.stated(7, 1, new Bound.Until(NOW.plus(HOUR)), NOW);
        oracle.stated(7, 1, new Bound.Until(NOW.plus(HOUR).plus(HOUR)), NOW);
        oracle.stated(7, 1, new Bound.Unbounded(), NOW);

        assertThrows(BoundBeaten.class, () -> oracle.granted(7, 1, NOW.plus(HOUR)));
    }

    @Test
    void whatIsEnforcedOpensNothingFromThatMomentOnAndOtherReadersStayAsTheyWere() {
        oracle.stated(7, 1, new Bound.Enforced(), NOW);
        oracle.stated(7, 2, new Bound.Unbounded(), NOW);

        oracle.granted(7, 2, NOW.plus(HOUR));

        assertThrows(BoundBeaten.class, () -> oracle.granted(7, 1, NOW));
    }

    @Test
    void aReaderOfWhichNothingWasStatedMustNotOpen() {
        oracle.stated(7, 1, new Bound.Unbounded(), NOW);

        oracle.granted(7, 1, NOW);

        assertThrows(BoundBeaten.class, () -> oracle.granted(7, 2, NOW));
    }
}
