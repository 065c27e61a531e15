package io.lintel.transport.ble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages survive the cut into packets, and a stack that does not keep its word is found out. */
final class GattFramingTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000L);

    private final Framing framing = Framing.of(Transport.BLE_GATT, FramingLimits.ofTap());

    @Property
    @Spec({"BLE-4.1-1", "BLE-4.1-6"})
    void messagesComeOutAsTheyWentInWhateverTheMtu(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 512) Integer> sizes,
            @ForAll @IntRange(min = 20, max = 514) int maxPacketOctets) {
        List<Bytes> messages = sizes.stream().map(GattFramingTest::message).toList();
        assertEquals(received(messages), deliver(packets(messages, maxPacketOctets)));
    }

    @Property
    @Spec({"BLE-4.2-2", "BLE-4.2-15"})
    void oneLostRepeatedOrSwappedPacketNeverChangesAMessage(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(min = 1, max = 300) Integer> sizes,
            @ForAll @IntRange(min = 20, max = 120) int maxPacketOctets,
            @ForAll @IntRange(min = 0, max = 2) int fault,
            @ForAll @IntRange(min = 0, max = 60) int where) {
        List<Bytes> messages = sizes.stream().map(GattFramingTest::message).toList();
        List<Bytes> packets = packets(messages, maxPacketOctets);
        int at = where % packets.size();
        switch (fault) {
            case 0 -> packets.remove(at);
            case 1 -> packets.add(at, packets.get(at));
            default -> packets.add(packets.remove(at));
        }

        List<FrameEvent> events = deliver(packets);

        List<FrameEvent> whole = received(messages);
        int good = (int)
                events.stream().filter(FrameEvent.Message.class::isInstance).count();
        assertEquals(whole.subList(0, good), events.subList(0, good));
        assertTrue(events.size() <= good + 1);
        if (events.size() > good) {
            assertEquals(new FrameEvent.Failed(CloseReason.OUT_OF_ORDER), events.get(good));
        }
    }

    @Property
    void anythingAtAllIsReadWithoutAnException(@ForAll @Size(max = 40) List<byte[]> packets) {
        Framing receiver = Framing.of(Transport.BLE_GATT, FramingLimits.ofTap());
        List<FrameEvent> events = new ArrayList<>();
        packets.forEach(packet -> events.addAll(receiver.accept(Bytes.copyOf(packet), NOW)));
        long ends = events.stream()
                .filter(event -> !(event instanceof FrameEvent.Message))
                .count();
        assertTrue(ends <= 1);
    }

    @Test
    @Spec({"BLE-4.2-9", "BLE-6-6", "TAP-3-5"})
    void aMessageOfMoreThanTheBoundEndsTheChannelBeforeItIsHeld() {
        framing.accept(Bytes.concat(Bytes.of(0x80), message(500)), NOW);
        assertEquals(
                List.of(new FrameEvent.Failed(CloseReason.TOO_LONG)),
                framing.accept(Bytes.concat(Bytes.of(0x01), message(13)), NOW));
        assertEquals(List.of(), framing.accept(Bytes.of(0xc2, 1), NOW));
    }

    @Test
    @Spec("BLE-4.2-12")
    void aMessageThatIsNotCompletedInTimeEndsTheChannel() {
        framing.accept(Bytes.of(0x80, 1), NOW);
        Instant deadline = framing.deadline().orElseThrow();
        assertEquals(NOW.plus(Duration.ofSeconds(5)), deadline);
        assertEquals(List.of(), framing.expire(deadline.minusNanos(1)));
        assertEquals(List.of(new FrameEvent.Failed(CloseReason.TIMED_OUT)), framing.expire(deadline));
        assertEquals(Optional.empty(), framing.deadline());
    }

    @Test
    void moreOfAMessageDoesNotGiveItMoreTime() {
        framing.accept(Bytes.of(0x80, 1), NOW);
        framing.accept(Bytes.of(0x01, 1), NOW.plusSeconds(4));
        assertEquals(
                List.of(new FrameEvent.Failed(CloseReason.TIMED_OUT)),
                framing.accept(Bytes.of(0x42, 1), NOW.plusSeconds(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "80", "c0", "e001", "a001", "6001", "0001", "4001", "20", "200001"})
    void aPacketThatNoSenderMakesEndsTheChannel(String packet) {
        assertEquals(List.of(new FrameEvent.Failed(CloseReason.MALFORMED)), framing.accept(Bytes.ofHex(packet), NOW));
    }

    @Test
    @Spec("BLE-4.2-8")
    void aMessageInsideAMessageEndsTheChannel() {
        framing.accept(Bytes.of(0x80, 1), NOW);
        assertEquals(List.of(new FrameEvent.Failed(CloseReason.MALFORMED)), framing.accept(Bytes.of(0x81, 1), NOW));
    }

    @ParameterizedTest
    @CsvSource({"00, DONE", "02, OUT_OF_ORDER", "05, BUSY", "ff, UNKNOWN", "77, UNKNOWN"})
    @Spec({"BLE-4.2-13", "BLE-4.3-2"})
    void thePeerSaysWhyItEnds(String code, CloseReason reason) {
        assertEquals(List.of(new FrameEvent.EndedByPeer(reason)), framing.accept(Bytes.ofHex("20" + code), NOW));
        assertEquals(List.of(), framing.accept(Bytes.of(0xc1, 1), NOW));
    }

    @Test
    @Spec("BLE-4.3-1")
    void theEndIsToldBehindWhatWaitsAndOnce() {
        framing.send(Bytes.of(7));
        framing.end(CloseReason.BUSY);
        assertEquals(Optional.of(Bytes.ofHex("c007")), framing.nextPacket(20));
        assertEquals(Optional.of(Bytes.ofHex("2105")), framing.nextPacket(20));
        assertEquals(Optional.empty(), framing.nextPacket(20));
        assertThrows(IllegalStateException.class, () -> framing.send(Bytes.of(8)));
    }

    @Test
    void aLinkWhoseMtuGrowsInTheMiddleOfAMessageUsesIt() {
        Bytes message = message(273);
        framing.send(message);
        List<Bytes> packets = new ArrayList<>();
        packets.add(framing.nextPacket(20).orElseThrow());
        packets.add(framing.nextPacket(512).orElseThrow());
        assertEquals(Optional.empty(), framing.nextPacket(512));
        assertEquals(received(List.of(message)), deliver(packets));
    }

    @Test
    @Spec("BLE-4.1-2")
    void noPacketIsLongerThanStacksCarry() {
        framing.send(message(512));
        assertEquals(509, framing.nextPacket(514).orElseThrow().size());
    }

    private static Bytes message(int size) {
        byte[] octets = new byte[size];
        Arrays.fill(octets, (byte) size);
        octets[0] = (byte) (size >> 8);
        return Bytes.copyOf(octets);
    }

    private static List<FrameEvent> received(List<Bytes> messages) {
        return messages.stream()
                .map(message -> (FrameEvent) new FrameEvent.Message(message))
                .toList();
    }

    private static List<Bytes> packets(List<Bytes> messages, int maxPacketOctets) {
        Framing sender = Framing.of(Transport.BLE_GATT, FramingLimits.ofTap());
        messages.forEach(sender::send);
        List<Bytes> packets = new ArrayList<>();
        for (Optional<Bytes> next = sender.nextPacket(maxPacketOctets);
                next.isPresent();
                next = sender.nextPacket(maxPacketOctets)) {
            assertTrue(next.get().size() <= maxPacketOctets);
            packets.add(next.get());
        }
        return packets;
    }

    private static List<FrameEvent> deliver(List<Bytes> packets) {
        Framing receiver = Framing.of(Transport.BLE_GATT, FramingLimits.ofTap());
        List<FrameEvent> events = new ArrayList<>();
        packets.forEach(packet -> events.addAll(receiver.accept(packet, NOW)));
        return events;
    }
}
