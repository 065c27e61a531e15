package io.lintel.conformance;

import java.util.List;

/**
 * What became of all cases of a run, in the order in which they ran.
 *
 * @param subject what was tried: {@code "reader"} or {@code "phone"}
 * @param results one for each case
 */
public record ConformanceReport(String subject, List<CaseResult> results) {
    /** Copies the list. */
    public ConformanceReport {
        results = List.copyOf(results);
    }

    /** Returns how many cases had an outcome. */
    public long count(Outcome outcome) {
        return results.stream().filter(result -> result.outcome() == outcome).count();
    }

    /** Returns whether a case passed and none failed: a run in which nothing could be tried shows nothing. */
    public boolean isConformant() {
        return count(Outcome.PASSED) > 0 && count(Outcome.FAILED) == 0;
    }

    /** Returns the cases that failed. */
    public List<CaseResult> failures() {
        return results.stream().filter(CaseResult::isFailed).toList();
    }
}
