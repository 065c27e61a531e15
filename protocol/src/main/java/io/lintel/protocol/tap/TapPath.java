package io.lintel.protocol.tap;

/** How a tap authenticated the phone. */
public enum TapPath {
    /** The full Noise handshake with both static keys. */
    COLD,
    /** Symmetric resumption with the ratchet that an earlier cold tap left. */
    FAST
}
