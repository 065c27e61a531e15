package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One side's framing of one channel: whole messages on one side, packets on the other ({@code spec/ble.md} 4 and 5).
 *
 * <p>A machine without input and output: packets and the time go in, events and packets come out. After {@link
 * FrameEvent.Failed} or {@link FrameEvent.EndedByPeer} whatever comes in changes nothing. It holds at most one unfinished message of at
 * most {@link FramingLimits#maxMessageOctets}. Not thread-safe.
 */
public sealed interface Framing permits GattFraming, StreamFraming {
    /** The framing of a channel over {@code transport}; refuses TCP with {@link IllegalArgumentException}. */
    static Framing of(Transport transport, FramingLimits limits) {
        return switch (transport) {
            case BLE_GATT -> new GattFraming(limits);
            case BLE_L2CAP -> new StreamFraming(limits);
            case TCP -> throw new IllegalArgumentException("TCP has a framing of its own, in the TCP transport");
        };
    }

    /** Puts a message behind those that wait to be sent: 1 octet to the bound, else {@link IllegalArgumentException}. */
    void send(Bytes message);

    /** Puts the packet that tells the peer of the end behind what waits, where the framing has one; {@link #send} is over then. */
    void end(CloseReason reason);

    /**
     * Returns the next packet to send, and forgets it; empty if nothing waits.
     *
     * @param maxPacketOctets what the link takes now, 20 or more
     */
    Optional<Bytes> nextPacket(int maxPacketOctets);

    /** A packet came in. */
    List<FrameEvent> accept(Bytes packet, Instant now);

    /** It may be {@link #deadline()} now: fails the channel if a message that began should have been whole. */
    List<FrameEvent> expire(Instant now);

    /** When the message that began to come in has to be whole; empty where none has. */
    Optional<Instant> deadline();
}
