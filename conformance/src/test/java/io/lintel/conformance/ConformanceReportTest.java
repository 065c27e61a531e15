package io.lintel.conformance;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConformanceReportTest {

    @Test
    void whereNothingCouldBeTriedNothingConforms() {
        assertFalse(report().isConformant());
        assertFalse(report(Outcome.SKIPPED, Outcome.SKIPPED).isConformant());
        assertTrue(report(Outcome.SKIPPED, Outcome.PASSED).isConformant());
        assertFalse(report(Outcome.PASSED, Outcome.FAILED).isConformant());
    }

    private static ConformanceReport report(Outcome... outcomes) {
        return new ConformanceReport(
                "phone",
                List.of(outcomes).stream()
                        .map(outcome -> new CaseResult("phone.a", "a title", "TAP-3-3", outcome, "", "", Duration.ZERO))
                        .toList());
    }
}
