package io.lintel.protocol.phone;

import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;

/** How a tap ended for the phone. */
public sealed interface TapResult {
    /** The reader's authenticated answer: the door opens. */
    record Granted(TapPath path) implements TapResult {}

    /** The reader's authenticated answer: the door stays closed, and why. */
    record Denied(TapPath path, DenialReason reason) implements TapResult {}

    /**
     * No authenticated answer came.
     *
     * @param error why
     * @param outcome whether the door may have opened all the same
     */
    record Failed(TapError error, Outcome outcome) implements TapResult {}

    /** What is known about the door after a failure. */
    enum Outcome {
        /** The phone had sent nothing that opens a door. */
        NOT_OPENED,
        /** The phone's message was out: the door may have opened. A reader's refusal proves nothing, anybody can send one. */
        UNKNOWN
    }
}
