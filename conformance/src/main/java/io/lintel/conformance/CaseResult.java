package io.lintel.conformance;

import java.time.Duration;

/**
 * What became of one case.
 *
 * @param id names the case for ever, {@code "reader.cold.whole"} for example
 * @param title what is tried, in a sentence
 * @param number the sentence of the specification that is tried, and where the case failed the one that is broken:
 *     {@code "TAP-5.3-7"} for example
 * @param outcome what became of it
 * @param expected what the specification asks for; empty unless the case failed
 * @param seen what was seen instead, messages in hex; why it could not be tried where it was skipped
 * @param took how long it took
 */
public record CaseResult(
        String id, String title, String number, Outcome outcome, String expected, String seen, Duration took) {

    /** Returns whether the case failed. */
    public boolean isFailed() {
        return outcome == Outcome.FAILED;
    }
}
