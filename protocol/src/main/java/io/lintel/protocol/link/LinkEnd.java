package io.lintel.protocol.link;

/** Why a session of a link ended. Whoever called connects again later, after a wait that grows; nothing is lost by it. */
public enum LinkEnd {
    /** The peer does not have the key that it should have, or a message was damaged. The peer is told nothing. */
    NOT_AUTHENTIC,
    /** The peer sent what no peer of this version sends. */
    MALFORMED,
    /** A message came that has no place here. */
    UNEXPECTED,
    /** The peer did not say anything for too long. */
    TIMED_OUT,
    /** The manager does not know this reader, or no longer. The reader is told nothing. */
    NOT_ADMITTED,
    /** The connection is gone. */
    DISCONNECTED
}
