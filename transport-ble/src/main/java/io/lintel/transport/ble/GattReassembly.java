package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Puts the packets of one direction together again ({@code spec/ble.md} 4.2); anything unexpected ends the channel. */
final class GattReassembly {
    private final FramingLimits limits;
    private State state = new Between();
    private int expected;

    GattReassembly(FramingLimits limits) {
        this.limits = limits;
    }

    private sealed interface State {}

    /** Between two messages. */
    private record Between() implements State {}

    /** Inside a message. */
    private record Inside(Bytes part, Instant deadline) implements State {}

    /** Failed, or ended by the peer. */
    private record Over() implements State {}

    List<FrameEvent> accept(Bytes packet, Instant now) {
        if (state instanceof Over) {
            return List.of();
        }
        if (state instanceof Inside inside && !now.isBefore(inside.deadline())) {
            return fail(CloseReason.TIMED_OUT);
        }
        Optional<GattHeader> header =
                packet.size() > GattHeader.SIZE_OCTETS ? GattHeader.parse(packet.unsigned(0)) : Optional.empty();
        if (header.isEmpty()) {
            return fail(CloseReason.MALFORMED);
        }
        if (header.get().sequence() != expected) {
            return fail(CloseReason.OUT_OF_ORDER);
        }
        expected = GattHeader.after(expected);
        Bytes body = packet.slice(GattHeader.SIZE_OCTETS, packet.size());
        return header.get().mark() == GattHeader.Mark.END
                ? endedByPeer(body)
                : data(header.get().mark(), body, now);
    }

    private List<FrameEvent> endedByPeer(Bytes body) {
        if (body.size() != 1) {
            return fail(CloseReason.MALFORMED);
        }
        state = new Over();
        return List.of(new FrameEvent.EndedByPeer(CloseReason.ofCode(body.unsigned(0))));
    }

    private List<FrameEvent> data(GattHeader.Mark mark, Bytes body, Instant now) {
        if (mark.begins() != (state instanceof Between)) {
            return fail(CloseReason.MALFORMED);
        }
        Inside message = state instanceof Inside inside
                ? new Inside(Bytes.concat(inside.part(), body), inside.deadline())
                : new Inside(body, now.plus(limits.messageTimeout()));
        if (message.part().size() > limits.maxMessageOctets()) {
            return fail(CloseReason.TOO_LONG);
        }
        if (!mark.completes()) {
            state = message;
            return List.of();
        }
        state = new Between();
        return List.of(new FrameEvent.Message(message.part()));
    }

    List<FrameEvent> expire(Instant now) {
        return state instanceof Inside inside && !now.isBefore(inside.deadline())
                ? fail(CloseReason.TIMED_OUT)
                : List.of();
    }

    Optional<Instant> deadline() {
        return state instanceof Inside inside ? Optional.of(inside.deadline()) : Optional.empty();
    }

    private List<FrameEvent> fail(CloseReason reason) {
        state = new Over();
        return List.of(new FrameEvent.Failed(reason));
    }
}
