package io.lintel.protocol.link;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.LinkMessage.Acknowledge;
import io.lintel.protocol.link.LinkMessage.Counters;
import io.lintel.protocol.link.LinkMessage.Current;
import io.lintel.protocol.link.LinkMessage.Events;
import io.lintel.protocol.link.LinkMessage.FromManager;
import io.lintel.protocol.link.LinkMessage.FromReader;
import io.lintel.protocol.link.LinkMessage.Offer;
import io.lintel.protocol.link.LinkMessage.Part;
import io.lintel.protocol.link.LinkMessage.Signed;
import io.lintel.protocol.link.LinkMessage.State;
import io.lintel.protocol.link.LinkMessage.Want;
import io.lintel.protocol.statement.Receipt.ListInForce;
import io.lintel.protocol.tap.Assurance;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LinkCodecTest {
    private static final Bytes HASH = Bytes.copyOf(filled(32));
    private static final DoorEvent EVENT = new DoorEvent(
            Instant.ofEpochMilli(1_790_000_000_123L),
            4_294_967_295L,
            Optional.of(DenialReason.SITE_RULE),
            TapPath.COLD,
            Transport.BLE_L2CAP,
            Intent.of(Trigger.AUTOMATIC, Assurance.values()),
            Duration.ofMillis(65_535));

    private static final List<FromReader> READERS = List.of(
            new State(new ReaderReport(Optional.empty(), 0, 0, "")),
            new State(new ReaderReport(
                    Optional.of(new ListInForce(4_294_967_295L, HASH)), 4_294_967_295L, 7, "x".repeat(32))),
            new Signed(Bytes.copyOf(filled(192))),
            new Events(new EventBatch(HASH.slice(0, 8), 1, List.of(EVENT))),
            new Events(new EventBatch(HASH.slice(0, 8), Long.MAX_VALUE - 64, Collections.nCopies(64, EVENT))),
            new Counters(List.of()),
            new Counters(List.of(0L, Long.MAX_VALUE)),
            new Want(Parcel.Kind.LIST, Optional.empty(), 0),
            new Want(Parcel.Kind.CONFIGURATION, Optional.of(HASH), 1_000_000));

    private static final List<FromManager> MANAGERS = List.of(
            new Offer(new Parcel(Parcel.Kind.DELTA, 4_294_967_295L, 16_384, HASH)),
            new Part(Parcel.Kind.LIST, 5, Bytes.copyOf(filled(4096))),
            new Acknowledge(HASH.slice(0, 8), Long.MAX_VALUE),
            new Current());

    @Test
    @Spec({
        "LINK-2-1",
        "LINK-2-4",
        "LINK-2-5",
        "LINK-2-6",
        "LINK-2-7",
        "LINK-2-8",
        "LINK-2-9",
        "LINK-2-10",
        "LINK-2-11",
        "LINK-2-12"
    })
    void everyMessageIsReadAsItWasWrittenAndOnlyByItsSide() {
        for (FromReader message : READERS) {
            Bytes octets = LinkCodec.encode(message);
            assertEquals(Optional.of(message), LinkCodec.readReader(octets));
            assertEquals(Optional.empty(), LinkCodec.readManager(octets));
        }
        for (FromManager message : MANAGERS) {
            Bytes octets = LinkCodec.encode(message);
            assertEquals(Optional.of(message), LinkCodec.readManager(octets));
            assertEquals(Optional.empty(), LinkCodec.readReader(octets));
        }
    }

    @Test
    void whateverIsReadWouldBeWrittenTheSame() {
        Random random = new Random(11);
        for (int i = 0; i < 200_000; i++) {
            byte[] octets = new byte[random.nextInt(80)];
            random.nextBytes(octets);
            if (octets.length > 0) {
                octets[0] = (byte) (random.nextInt(6) | (random.nextBoolean() ? 0x80 : 0));
            }
            Bytes message = Bytes.copyOf(octets);
            LinkCodec.readReader(message).ifPresent(read -> assertEquals(message, LinkCodec.encode(read)));
            LinkCodec.readManager(message).ifPresent(read -> assertEquals(message, LinkCodec.encode(read)));
        }
    }

    @Test
    void clockBefore1970IsToldAsItsBeginningAndNeverRead() {
        DoorEvent early = new DoorEvent(
                Instant.ofEpochMilli(-1),
                EVENT.serial(),
                EVENT.denial(),
                EVENT.path(),
                EVENT.transport(),
                EVENT.intent(),
                EVENT.answerTime());
        assertEquals(Instant.EPOCH, early.at());

        Bytes negative = Bytes.concat(Bytes.of(0x80), EVENT.encode().slice(1, DoorEvent.SIZE_BYTES));
        assertEquals(Optional.empty(), DoorEvent.decode(negative));
    }

    @Test
    @Spec("LINK-2-2")
    void cutMessagesAreRefused() {
        for (FromReader message : READERS) {
            Bytes octets = LinkCodec.encode(message);
            boolean hasRoomForLess = message instanceof Counters || message instanceof Signed;
            for (int size = 0; size < octets.size() && !hasRoomForLess && octets.size() < 200; size++) {
                assertEquals(Optional.empty(), LinkCodec.readReader(octets.slice(0, size)));
            }
        }
    }

    @Test
    @Spec("LINK-2.1-1")
    void eventsOutOfBoundsAreRefused() {
        Bytes octets = EVENT.encode();
        assertEquals(DoorEvent.SIZE_BYTES, octets.size());
        for (int position : new int[] {12, 13, 14, 15, 16}) {
            byte[] changed = octets.toByteArray();
            changed[position] = (byte) 0xf0;
            assertEquals(Optional.empty(), DoorEvent.decode(Bytes.copyOf(changed)));
        }
        assertEquals(Optional.empty(), DoorEvent.decode(octets.slice(1, octets.size())));
        assertTrue(DoorEvent.decode(octets).isPresent());
    }

    @Test
    @Spec({"LINK-2-13", "LINK-2-14", "LINK-2-15"})
    void parcelsAreBounded() {
        for (Parcel.Kind kind : Parcel.Kind.values()) {
            assertThrows(IllegalArgumentException.class, () -> new Parcel(kind, 1, 2 << 20, HASH));
            assertThrows(IllegalArgumentException.class, () -> new Parcel(kind, 1, 0, HASH));
            assertThrows(IllegalArgumentException.class, () -> new Parcel(kind, 0, 1, HASH));
        }
    }

    @Test
    void nobodyIsNamedByTheTextOfAnEvent() {
        assertTrue(EVENT.toString().contains("redacted"));
        assertTrue(!EVENT.toString().contains("4294967295"));
    }

    @Test
    void octetsOfAPartAreNotInItsText() {
        LinkMessage.Part part = new LinkMessage.Part(Parcel.Kind.CONFIGURATION, 0, Bytes.of(0xca, 0xfe));

        assertEquals("Part[kind=CONFIGURATION, offset=0, octets=redacted]", part.toString());
    }

    private static byte[] filled(int size) {
        byte[] octets = new byte[size];
        java.util.Arrays.fill(octets, (byte) 0xa5);
        return octets;
    }
}
