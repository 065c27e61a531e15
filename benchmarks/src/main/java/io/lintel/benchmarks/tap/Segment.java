package io.lintel.benchmarks.tap;

import io.lintel.crypto.noise.Role;

/** A part of a tap that one side does without waiting for the other. */
public enum Segment {
    /** The reader makes its opener. */
    OPEN(Role.INITIATOR),
    /** The phone opens it and makes its message. */
    ANSWER(Role.RESPONDER),
    /** The reader takes the message: when this is done, it has decided. */
    DECIDE(Role.INITIATOR),
    /** The phone takes the reader's answer. */
    FINISH(Role.RESPONDER);

    private final Role side;

    Segment(Role side) {
        this.side = side;
    }

    /** Whether the reader does this part. */
    boolean isReaders() {
        return side == Role.INITIATOR;
    }
}
