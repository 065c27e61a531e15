package io.lintel.testing;

import java.util.Map;

/**
 * One requirement of the report.
 *
 * @param id of the requirement
 * @param state what became of it
 * @param title what is required
 * @param note the decision, the topic that brings it, or empty
 * @param tests the tests that carry its id with their outcomes, by name
 */
record RequirementRow(String id, RequirementState state, String title, String note, Map<String, Tally> tests) {

    /** Whether a test of it passed and none failed. */
    boolean isMet() {
        return tests.values().stream().anyMatch(tally -> tally.outcome() == Tally.Outcome.PASSED)
                && tests.values().stream().noneMatch(tally -> tally.outcome() == Tally.Outcome.FAILED);
    }

    String group() {
        return id.substring(0, id.indexOf('-'));
    }
}
