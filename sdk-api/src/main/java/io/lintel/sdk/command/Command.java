package io.lintel.sdk.command;

import io.lintel.sdk.model.CustomerId;

/** One command: what it does, and how its result is told, now and at every repetition. */
public interface Command<R> {

    /** The partition that the command id is unique in. */
    CustomerId partition();

    /** What has to be equal for a repetition. */
    RequestDigest digest();

    /** Does it. What it throws rolls everything back. */
    Facts perform(CommandContext context);

    /** Tells the result from facts and rows that never change. */
    R result(CommandContext context, Facts facts);
}
