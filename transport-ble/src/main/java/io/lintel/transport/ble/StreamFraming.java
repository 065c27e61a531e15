package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The framing over L2CAP ({@code spec/ble.md} 5): the frames of TCP, whose octets SDUs cut anywhere. The channel itself keeps the order.
 */
final class StreamFraming implements Framing {
    private static final int LENGTH_OCTETS = 2;
    private static final int MIN_PACKET_OCTETS = 20;

    private final FramingLimits limits;
    private Bytes outgoing = Bytes.EMPTY;
    private boolean ending;
    private Bytes incoming = Bytes.EMPTY;
    private @Nullable Instant deadline;
    private boolean over;

    StreamFraming(FramingLimits limits) {
        this.limits = limits;
    }

    @Override
    public void send(Bytes message) {
        if (ending) {
            throw new IllegalStateException("nothing is sent behind the end");
        }
        if (message.isEmpty() || message.size() > limits.maxMessageOctets()) {
            throw new IllegalArgumentException(
                    "a message has 1 to " + limits.maxMessageOctets() + " octets, not " + message.size());
        }
        outgoing = Bytes.concat(outgoing, Bytes.of(message.size() >> 8, message.size() & 0xff), message);
    }

    /** Closing the L2CAP channel is all that tells the peer. */
    @Override
    public void end(CloseReason reason) {
        ending = true;
    }

    @Override
    public Optional<Bytes> nextPacket(int maxPacketOctets) {
        if (maxPacketOctets < MIN_PACKET_OCTETS) {
            throw new IllegalArgumentException("an SDU has room for 20 octets at least, not " + maxPacketOctets);
        }
        if (outgoing.isEmpty()) {
            return Optional.empty();
        }
        int until = Math.min(outgoing.size(), maxPacketOctets);
        Bytes packet = outgoing.slice(0, until);
        outgoing = outgoing.slice(until, outgoing.size());
        return Optional.of(packet);
    }

    @Override
    public List<FrameEvent> accept(Bytes packet, Instant now) {
        List<FrameEvent> events = new ArrayList<>(expire(now));
        if (over) {
            return events;
        }
        Bytes octets = Bytes.concat(incoming, packet);
        int at = 0;
        while (octets.size() - at >= LENGTH_OCTETS) {
            int length = (octets.unsigned(at) << 8) | octets.unsigned(at + 1);
            if (length == 0 || length > limits.maxMessageOctets()) {
                events.add(fail(length == 0 ? CloseReason.MALFORMED : CloseReason.TOO_LONG));
                return events;
            }
            int end = at + LENGTH_OCTETS + length;
            if (octets.size() < end) {
                break;
            }
            events.add(new FrameEvent.Message(octets.slice(at + LENGTH_OCTETS, end)));
            at = end;
            deadline = null;
        }
        incoming = octets.slice(at, octets.size());
        if (incoming.isEmpty()) {
            deadline = null;
        } else if (deadline == null) {
            deadline = now.plus(limits.messageTimeout());
        }
        return events;
    }

    @Override
    public List<FrameEvent> expire(Instant now) {
        return deadline != null && !now.isBefore(deadline) ? List.of(fail(CloseReason.TIMED_OUT)) : List.of();
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.ofNullable(deadline);
    }

    private FrameEvent fail(CloseReason reason) {
        over = true;
        incoming = Bytes.EMPTY;
        deadline = null;
        return new FrameEvent.Failed(reason);
    }
}
