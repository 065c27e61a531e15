package io.lintel.benchmarks.floor;

import java.security.GeneralSecurityException;
import java.util.List;

/**
 * Calls of primitives, one after the other, on raw keys that are there already. What calls are made is a list that somebody
 * wrote down, and that a test compares with what the product really calls. Not thread-safe.
 */
public final class Floor {
    private final Step[] steps;
    private final int attempts;
    private final Step[] attempt;

    /** Prepares calls by the providers of {@code primitives}. */
    public Floor(RawPrimitives primitives, List<Call> calls) {
        this(prepared(primitives, calls), 0, new Step[0]);
    }

    /** Prepares a search by the providers of {@code primitives}. */
    public Floor(RawPrimitives primitives, Search search) {
        this(prepared(primitives, search.before()), search.keys(), prepared(primitives, search.attempt()));
        attempt[0] =
                primitives.hmacOfNext(search.keys(), search.attempt().get(0).octets());
    }

    Floor(Step[] steps, int attempts, Step[] attempt) {
        this.steps = steps;
        this.attempts = attempts;
        this.attempt = attempt;
    }

    private static Step[] prepared(RawPrimitives primitives, List<Call> calls) {
        return calls.stream().map(primitives::step).toArray(Step[]::new);
    }

    /** Makes all calls, and returns a number that depends on their results. */
    public int run() {
        try {
            int sum = run(steps);
            for (int made = 0; made < attempts; made++) {
                sum = 31 * sum + run(attempt);
            }
            return sum;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("a primitive failed on what was made for it", failed);
        }
    }

    private static int run(Step[] steps) throws GeneralSecurityException {
        int sum = 0;
        for (Step step : steps) {
            sum = 31 * sum + step.run();
        }
        return sum;
    }
}
