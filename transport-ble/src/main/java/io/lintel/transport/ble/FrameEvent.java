package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;

/** What a packet, or time, amounted to. */
public sealed interface FrameEvent {
    /** A whole message has come in. */
    record Message(Bytes message) implements FrameEvent {}

    /** The peer said that it ends the channel. Nothing comes behind it. */
    record EndedByPeer(CloseReason reason) implements FrameEvent {}

    /** The peer broke the framing, or took too long: the channel has to end. Nothing comes behind it. */
    record Failed(CloseReason reason) implements FrameEvent {}
}
