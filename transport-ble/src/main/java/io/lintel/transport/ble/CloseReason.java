package io.lintel.transport.ble;

import java.util.Optional;

/**
 * Why a channel between phone and reader ended.
 *
 * <p>The reasons that have a {@linkplain #code() code} can be told to the peer over GATT ({@code spec/ble.md} 4.3).
 * Nothing authenticates them: all that one can bring about is the end of the channel, as losing the connection does.
 */
public enum CloseReason {
    /** The side that ended it had nothing more to say. */
    DONE(0x00),
    /** A packet or a message's length that the specification has no place for. */
    MALFORMED(0x01),
    /** A packet was lost, repeated, or overtaken by another. */
    OUT_OF_ORDER(0x02),
    /** A message longer than the bound. */
    TOO_LONG(0x03),
    /** A message was begun and not completed in time, or the peer took nothing for too long. */
    TIMED_OUT(0x04),
    /** The reader serves as many phones as it takes on: try again in a moment. */
    BUSY(0x05),
    /** The peer gave a reason that this side does not know. */
    UNKNOWN(0xff),
    /** The peer disconnected. */
    PEER_LEFT(-1),
    /** The radio connection was lost. */
    CONNECTION_LOST(-1),
    /** The Bluetooth adapter of this side is off or gone. */
    ADAPTER_GONE(-1),
    /** This side failed; its log says how. */
    OWN_FAILURE(-1);

    private final int code;

    CloseReason(int code) {
        this.code = code;
    }

    /** The octet that tells the peer, or empty where nobody is told. */
    public Optional<Integer> code() {
        return code < 0 ? Optional.empty() : Optional.of(code);
    }

    /** The reason that an octet names; {@link #UNKNOWN} where it names none. */
    static CloseReason ofCode(int octet) {
        for (CloseReason reason : values()) {
            if (reason.code == octet) {
                return reason;
            }
        }
        return UNKNOWN;
    }
}
