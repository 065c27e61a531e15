package io.lintel.transport.session;

/** What a transport counts; a closed list, without anything that could tell one peer from another. */
public enum TransportEvent {
    /** A connection was taken in. */
    CONNECTION_ACCEPTED,
    /** A connection that had been taken in is closed, for whatever reason. */
    CONNECTION_CLOSED,
    /** A connection was refused because its address has as many as it may. */
    REFUSED_ADDRESS_FULL,
    /** A connection was refused because the transport has as many as it may and all of them are at work. */
    REFUSED_ALL_FULL,
    /** The oldest connection was closed to make room for a new one. */
    EVICTED_OLDEST,
    /** A whole message came in. */
    MESSAGE_RECEIVED,
    /** A whole message was handed to the network. */
    MESSAGE_SENT,
    /** A peer announced an empty or oversized message; its connection was closed. */
    FRAME_REFUSED,
    /** A peer sent more messages than one conversation has; its connection was closed. */
    TOO_MANY_MESSAGES,
    /** A peer did not complete its first message in time; its connection was closed. */
    FIRST_MESSAGE_TIMEOUT,
    /** A peer fell silent after its first message; its connection was closed. */
    IDLE_TIMEOUT,
    /** A peer did not take what was sent to it in time; its connection was closed. */
    WRITE_TIMEOUT,
    /** Reading from a peer was paused because it does not read what we send. */
    READING_PAUSED,
    /** A request was turned away because as many as may be are being worked on or waiting. */
    REQUEST_REFUSED_BUSY,
    /** A session, an event sink or a request handler of our own failed; the connection was closed. */
    OWN_FAILURE
}
