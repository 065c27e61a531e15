package io.lintel.cli.shell;

import io.lintel.sdk.revocation.Bound;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Bounds on what may still open, in words. */
public final class Bounds {
    private Bounds() {}

    /** The stable word that programs compare. */
    public static String word(Bound bound) {
        if (bound instanceof Bound.Enforced) {
            return "ENFORCED";
        }
        return bound instanceof Bound.Until ? "UNTIL" : "UNBOUNDED";
    }

    /** The end, where there is one. */
    public static Optional<Instant> end(Bound bound) {
        return bound instanceof Bound.Until until ? Optional.of(until.at()) : Optional.empty();
    }

    /** What people read. */
    public static String text(Bound bound) {
        return end(bound)
                .map(at -> "until " + Times.minute(at) + " UTC")
                .orElse(word(bound).toLowerCase(Locale.ROOT));
    }
}
