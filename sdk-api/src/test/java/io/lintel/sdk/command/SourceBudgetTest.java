package io.lintel.sdk.command;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceBudgetTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:15:00Z");

    private final SourceBudget budget = new SourceBudget();

    private void drain(String source) {
        int most = SourceBudget.CAPACITY * SourceBudget.SHARED_FACTOR;
        for (int i = 0; i <= most; i++) {
            try {
                budget.take(source, NOW);
            } catch (ManagerException.Refused drained) {
                assertEquals(ErrorCode.RATE_LIMITED, drained.code());
                return;
            }
        }
        throw new AssertionError("nothing bounds it");
    }

    @Test
    void sourceHasItsCapacityAtOnceAndThenItsRate() {
        for (int i = 0; i < SourceBudget.CAPACITY; i++) {
            budget.take("one", NOW);
        }
        ManagerException.Refused refused = assertThrows(ManagerException.Refused.class, () -> budget.take("one", NOW));
        Instant later = NOW.plus(refused.retryAfter().orElseThrow());
        assertDoesNotThrow(() -> budget.take("one", later));
    }

    @Test
    void oneSourceDoesNotDrainAnother() {
        drain("one");
        assertDoesNotThrow(() -> budget.take("other", NOW));
    }

    @Test
    void callersWithoutASourceShareALargerBudget() {
        for (int i = 0; i < SourceBudget.CAPACITY * SourceBudget.SHARED_FACTOR; i++) {
            budget.take("", NOW);
        }
        assertThrows(ManagerException.Refused.class, () -> budget.take("", NOW));
    }

    @Test
    void failuresCostMuchAndAreWorkedOffInBoundedTime() {
        int failures = 0;
        while (failures < 1000) {
            failures++;
            budget.failed("one", NOW);
        }
        ManagerException.Refused refused = assertThrows(ManagerException.Refused.class, () -> budget.take("one", NOW));
        assertTrue(refused.retryAfter().orElseThrow().compareTo(Duration.ofMinutes(2)) < 0);
        assertDoesNotThrow(() -> budget.take("one", NOW.plus(Duration.ofMinutes(2))));
    }

    @Test
    void clockThatIsSetBackNeitherFillsNorEmpties() {
        drain("one");
        assertThrows(ManagerException.Refused.class, () -> budget.take("one", NOW.minusSeconds(3600)));
        assertDoesNotThrow(() -> budget.take("one", NOW.plusSeconds(2)));
    }
}
