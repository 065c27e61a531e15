package io.lintel.benchmarks.floor;

import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Calls of primitives, one after the other, on raw keys that are there already. What calls are made is a list that somebody
 * wrote down, and that a test compares with what the product really calls. Not thread-safe.
 */
public final class Floor {
    private final Step[] steps;

    /** Prepares calls by the providers of {@code primitives}. */
    public Floor(RawPrimitives primitives, List<Call> calls) {
        this.steps = calls.stream().map(primitives::step).toArray(Step[]::new);
    }

    /** Makes all calls, and returns a number that depends on their results. */
    public int run() {
        int sum = 0;
        try {
            for (Step step : steps) {
                sum = 31 * sum + step.run();
            }
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a primitive failed on what was made for it", failed);
        }
        return sum;
    }
}
