package io.lintel.sdk.command;

import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;

/** One command: what it does, and how its result is told, now and at every repetition. */
public interface Command<R> {

    /** Which right it takes. */
    Action action();

    /** Whose data it touches, which the principal has to reach: its partition's, unless it says otherwise. */
    default Scope scope() {
        return Scope.of(partition());
    }

    /** Which customers it works on, where it touches one's data. */
    default CustomerStatusNeeded customerStatus() {
        return CustomerStatusNeeded.ACTIVE;
    }

    /** Which customers a command works on. */
    enum CustomerStatusNeeded {
        /** Those in service. */
        ACTIVE,
        /** Deleted ones as well. */
        ANY
    }

    /** The partition that the command id is unique in. */
    CustomerId partition();

    /**
     * Whose rows it reads and writes: its partition's, and what only it can disturb. {@link CustomerId#OPERATOR} where it has
     * to see what other customers have, so that it waits for them.
     */
    default CustomerId reach() {
        return partition();
    }

    /** What has to be equal for a repetition. */
    RequestDigest digest();

    /** Does it. What it throws rolls everything back. */
    Facts perform(CommandContext context);

    /** Tells the result from facts and rows that never change. */
    R result(CommandContext context, Facts facts);
}
