package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The framing over GATT ({@code spec/ble.md} 4): one header octet in front of each packet, with marks for a message's first and last
 * packet, a mark for the end, and a sequence number, so that a stack that loses, repeats or reorders is found out.
 */
final class GattFraming implements Framing {
    /** Over this, attribute values are not portable: the core specification says 512, BlueZ drops writes above 510. */
    static final int MAX_PACKET_OCTETS = 509;

    static final int MIN_PACKET_OCTETS = 20;

    private final FramingLimits limits;
    private final GattReassembly incoming;
    private final Deque<Bytes> waiting = new ArrayDeque<>();
    private int sent;
    private int sequence;
    private @Nullable CloseReason ending;

    GattFraming(FramingLimits limits) {
        this.limits = limits;
        this.incoming = new GattReassembly(limits);
    }

    @Override
    public void send(Bytes message) {
        if (ending != null) {
            throw new IllegalStateException("nothing is sent behind the end");
        }
        if (message.isEmpty() || message.size() > limits.maxMessageOctets()) {
            throw new IllegalArgumentException(
                    "a message has 1 to " + limits.maxMessageOctets() + " octets, not " + message.size());
        }
        waiting.add(message);
    }

    @Override
    public void end(CloseReason reason) {
        if (ending == null) {
            ending = reason;
        }
    }

    @Override
    public Optional<Bytes> nextPacket(int maxPacketOctets) {
        if (maxPacketOctets < MIN_PACKET_OCTETS) {
            throw new IllegalArgumentException("a GATT packet has room for 20 octets at least, not " + maxPacketOctets);
        }
        Bytes message = waiting.peek();
        if (message == null) {
            return endPacket();
        }
        int room = Math.min(maxPacketOctets, MAX_PACKET_OCTETS) - GattHeader.SIZE_OCTETS;
        int until = Math.min(message.size(), sent + room);
        boolean last = until == message.size();
        Bytes packet =
                Bytes.concat(GattHeader.ofData(sent == 0, last, nextSequence()).encoded(), message.slice(sent, until));
        sent = last ? 0 : until;
        if (last) {
            waiting.remove();
        }
        return Optional.of(packet);
    }

    private Optional<Bytes> endPacket() {
        if (ending == null) {
            return Optional.empty();
        }
        Optional<Integer> code = ending.code();
        ending = CloseReason.OWN_FAILURE; // has no code, so that it is told once
        return code.map(octet -> Bytes.concat(GattHeader.ofEnd(nextSequence()).encoded(), Bytes.of(octet)));
    }

    private int nextSequence() {
        int next = sequence;
        sequence = GattHeader.after(sequence);
        return next;
    }

    @Override
    public List<FrameEvent> accept(Bytes packet, Instant now) {
        return incoming.accept(packet, now);
    }

    @Override
    public List<FrameEvent> expire(Instant now) {
        return incoming.expire(now);
    }

    @Override
    public Optional<Instant> deadline() {
        return incoming.deadline();
    }
}
