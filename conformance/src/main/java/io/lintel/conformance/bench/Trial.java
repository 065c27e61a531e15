package io.lintel.conformance.bench;

import io.lintel.conformance.CaseResult;
import io.lintel.conformance.Outcome;
import java.io.IOException;
import java.time.Duration;

/**
 * One case: something that is tried, and the sentence of the specification that says what must come of it.
 *
 * @param <B> what the case tries it on
 * @param id names the case for ever
 * @param number the sentence
 * @param title what is tried
 * @param script tries it
 */
public record Trial<B>(String id, String number, String title, Script<B> script) {

    /**
     * Tries something.
     *
     * @param <B> what it is tried on
     */
    @FunctionalInterface
    public interface Script<B> {
        /**
         * Tries it.
         *
         * @throws Mismatch where the other side breaks a sentence
         * @throws NotTried where it cannot be tried
         * @throws IOException where the connection fails in a way that no sentence speaks of
         */
        void run(B bench) throws IOException;
    }

    /**
     * Tries it and says what came of it. Octets that a case did not foresee, so that reading them failed, have failed the case:
     * the cases behind it still run.
     *
     * @throws IllegalStateException where the run was interrupted, or the kit has a defect of its own
     */
    public CaseResult run(B bench) {
        long begun = System.nanoTime();
        try {
            script.run(bench);
            return result(number, Outcome.PASSED, "", "", begun);
        } catch (Mismatch mismatch) {
            return result(mismatch.number(), Outcome.FAILED, mismatch.expected(), mismatch.seen(), begun);
        } catch (NotTried reason) {
            return result(number, Outcome.SKIPPED, "", reason.reason(), begun);
        } catch (IOException broken) {
            return result(
                    number, Outcome.FAILED, "a connection that stays", "a failed one: " + broken.getMessage(), begun);
        } catch (IllegalStateException ours) {
            throw ours;
        } catch (RuntimeException unreadable) {
            return result(
                    number, Outcome.FAILED, "octets within their bounds", "octets out of them: " + unreadable, begun);
        }
    }

    /** Returns that it was not tried, and why. */
    public CaseResult leftOut(String reason) {
        return new CaseResult(id, title, number, Outcome.SKIPPED, "", reason, Duration.ZERO);
    }

    private CaseResult result(String broken, Outcome outcome, String expected, String seen, long begun) {
        return new CaseResult(id, title, broken, outcome, expected, seen, Duration.ofNanos(System.nanoTime() - begun));
    }
}
