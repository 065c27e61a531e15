package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FailureBudgetTest {
    private static final Instant NOW = TestSite.NOW;

    private final FailureBudget budget = new FailureBudget(2, Duration.ofSeconds(1), NOW);

    @Test
    @Spec("TAP-8-8")
    void aBurstIsTakenAndNoMore() {
        assertTrue(budget.take(NOW));
        assertTrue(budget.take(NOW));
        assertFalse(budget.take(NOW));
    }

    @Test
    @Spec("TAP-4.3-13")
    void whatIsGivenBackIsThereAgain() {
        spendAll();

        budget.giveBack();

        assertTrue(budget.take(NOW));
        assertFalse(budget.take(NOW));
    }

    @Test
    @Spec("TAP-8-8")
    void timeEarnsOneTokenAtATime() {
        spendAll();

        assertFalse(budget.take(NOW.plusMillis(999)));
        assertTrue(budget.take(NOW.plusMillis(1_000)));
        assertFalse(budget.take(NOW.plusMillis(1_999)));
        assertTrue(budget.take(NOW.plusMillis(2_000)));
    }

    @Test
    void anAgeOfSilenceEarnsNoMoreThanTheBurst() {
        spendAll();
        Instant later = NOW.plus(Duration.ofDays(36_500));

        assertTrue(budget.take(later));
        assertTrue(budget.take(later));
        assertFalse(budget.take(later));
    }

    @Test
    void aClockThatGoesBackEarnsNothing() {
        spendAll();

        assertFalse(budget.take(NOW.minusSeconds(3_600)));
        assertFalse(budget.take(NOW.minusSeconds(3_600).plusMillis(999)));
        assertTrue(budget.take(NOW.minusSeconds(3_599)));
    }

    @Test
    void tooMuchGivenBackIsNotKept() {
        budget.giveBack();

        assertEquals(2, budget.tokens());
    }

    private void spendAll() {
        while (budget.take(NOW)) {
            // Until nothing is left.
        }
    }
}
