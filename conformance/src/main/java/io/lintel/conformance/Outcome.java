package io.lintel.conformance;

/** What became of a case. */
public enum Outcome {
    /** What was seen is what the specification asks for. */
    PASSED,
    /** Something else was seen. */
    FAILED,
    /** It could not be tried, for the reason that the result names. */
    SKIPPED
}
