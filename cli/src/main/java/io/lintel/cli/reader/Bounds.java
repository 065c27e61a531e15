package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.sdk.revocation.Bound;

/** How bounds are told. */
public final class Bounds {
    private Bounds() {}

    /** For people, and in rows for programs: an instant, {@code enforced} or {@code UNBOUNDED}. */
    public static String text(Bound bound) {
        if (bound instanceof Bound.Until until) {
            return until.at().toString();
        }
        return bound instanceof Bound.Enforced ? "enforced" : "UNBOUNDED";
    }

    /** For programs. */
    public static void tell(Answer answer, Bound bound) {
        answer.fact("bound", bound instanceof Bound.Until ? "until" : text(bound));
        if (bound instanceof Bound.Until until) {
            answer.fact("until", until.at());
        }
    }
}
