package io.lintel.sdk.revocation;

import java.time.Instant;

/** Until when a revoked credential may still open a door, at the worst ({@code spec/revocation.md}, "Exposure"). */
public sealed interface Bound {

    /** It opens nothing any more: every reader in question enforces the revocation. */
    record Enforced() implements Bound {}

    /**
     * It opens nothing from an instant on.
     *
     * @param at the first instant at which it certainly opens nothing
     */
    record Until(Instant at) implements Bound {}

    /** Nothing that is known ends it. */
    record Unbounded() implements Bound {}

    /** Whether it opens nothing at an instant. */
    default boolean isOver(Instant now) {
        return this instanceof Enforced || (this instanceof Until until && !now.isBefore(until.at()));
    }

    /** The later of two. */
    default Bound orLater(Bound other) {
        if (this instanceof Unbounded || other instanceof Enforced) {
            return this;
        }
        if (this instanceof Until one && other instanceof Until two) {
            return one.at().isBefore(two.at()) ? other : this;
        }
        return other;
    }
}
