package io.lintel.crypto.noise;

/** Which side of a handshake this is. */
public enum Role {
    /** The side that sends the first message. */
    INITIATOR,
    /** The side that receives the first message. */
    RESPONDER;

    /** The other side. */
    public Role peer() {
        return this == INITIATOR ? RESPONDER : INITIATOR;
    }

    /** Whether this side sends the message with that number, counted from 0. */
    boolean sends(int message) {
        return (message % 2 == 0) == (this == INITIATOR);
    }
}
