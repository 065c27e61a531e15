package io.lintel.transport.ble;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The frames of TCP over an L2CAP channel, wherever its SDUs cut them. */
final class StreamFramingTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);

    private final Framing framing = Framing.of(Transport.BLE_L2CAP, FramingLimits.ofTap());

    @Property
    @Spec("BLE-5-1")
    void messagesComeOutAsTheyWentInHoweverTheOctetsAreCut(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 512) Integer> sizes,
            @ForAll @IntRange(min = 20, max = 600) int sent,
            @ForAll @IntRange(min = 1, max = 600) int received) {
        Bytes octets = Bytes.EMPTY;
        List<FrameEvent> expected = new ArrayList<>();
        Framing sender = Framing.of(Transport.BLE_L2CAP, FramingLimits.ofTap());
        for (int size : sizes) {
            Bytes message = Bytes.copyOf(new byte[size]);
            sender.send(message);
            expected.add(new FrameEvent.Message(message));
        }
        for (Optional<Bytes> sdu = sender.nextPacket(sent); sdu.isPresent(); sdu = sender.nextPacket(sent)) {
            octets = Bytes.concat(octets, sdu.get());
        }
        List<FrameEvent> events = new ArrayList<>();
        Framing receiver = Framing.of(Transport.BLE_L2CAP, FramingLimits.ofTap());
        for (int at = 0; at < octets.size(); at += received) {
            events.addAll(receiver.accept(octets.slice(at, Math.min(octets.size(), at + received)), NOW));
        }
        assertEquals(expected, events);
        assertEquals(Optional.empty(), receiver.deadline());
    }

    @Test
    void aFrameIsThatOfTcp() {
        framing.send(Bytes.of(1, 2, 3));
        assertEquals(Optional.of(Bytes.ofHex("0003010203")), framing.nextPacket(23));
    }

    @Test
    @Spec("BLE-5-2")
    void anEmptyOrOversizedMessageEndsTheChannelAtItsLength() {
        assertEquals(List.of(new FrameEvent.Failed(CloseReason.TOO_LONG)), framing.accept(Bytes.ofHex("0201"), NOW));
        Framing other = Framing.of(Transport.BLE_L2CAP, FramingLimits.ofTap());
        assertEquals(
                List.of(new FrameEvent.Message(Bytes.of(9)), new FrameEvent.Failed(CloseReason.MALFORMED)),
                other.accept(Bytes.ofHex("000109" + "0000" + "000109"), NOW));
        assertEquals(List.of(), other.accept(Bytes.ofHex("000109"), NOW));
    }

    @Test
    @Spec("BLE-5-3")
    void octetsThatCompleteNoMessageGainNoTime() {
        framing.accept(Bytes.of(0), NOW);
        framing.accept(Bytes.of(9), NOW.plusSeconds(4));
        assertEquals(
                List.of(new FrameEvent.Failed(CloseReason.TIMED_OUT)), framing.accept(Bytes.of(9), NOW.plusSeconds(5)));
    }
}
