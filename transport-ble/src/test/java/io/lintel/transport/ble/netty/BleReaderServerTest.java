package io.lintel.transport.ble.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.tcp.TapLimits;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reader that serves several phones at once, none of them at the others' cost. */
final class BleReaderServerTest {
    private static final int PHONES = 3;
    private static final int OPENER_OCTETS = 86;
    private static final Duration SOON = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Bytes PING = Bytes.ofHex("c002");

    private final Reader reader = TestSite.of(Suite.X25519, 1).reader().start();
    private final BleReaderServer server = BleReaderServer.builder(reader)
            .eventSink(event -> {})
            .limits(TapLimits.standard().withConnections(1, PHONES))
            .start();

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    @Spec({"BLE-3-5", "BLE-4.1-7"})
    void eachChannelBeginsWithAnOpenerInOnePacket() throws Exception {
        RecordingLink link = served();
        Bytes packet = link.next();
        assertEquals(1 + OPENER_OCTETS, packet.size());
        assertEquals(0xc0, packet.unsigned(0));
        assertEquals(1, server.channels());
    }

    @Test
    @Spec("BLE-6-1")
    void onePhoneTooManyIsToldSoAndTheOthersGoOn() throws Exception {
        List<RecordingLink> links = new ArrayList<>();
        for (int i = 0; i < PHONES; i++) {
            links.add(served());
            links.get(i).next();
        }
        RecordingLink tooMany = new RecordingLink();
        assertFalse(server.accept(tooMany));
        assertEquals(Bytes.ofHex("2005"), tooMany.next());
        assertEquals(CloseReason.BUSY, tooMany.closed());
        assertTrue(links.stream().allMatch(RecordingLink::isOpen));

        links.get(0).lose();
        links.get(0).closed();
        awaitChannels(PHONES - 1);
        served().next();
    }

    @Test
    @Spec("BLE-6-1")
    void onePhoneTooManyThatTakesNothingIsEndedAllTheSame() throws Exception {
        for (int i = 0; i < PHONES; i++) {
            served();
        }
        RecordingLink tooMany = new RecordingLink();
        tooMany.fill(true);
        assertFalse(server.accept(tooMany));
        assertEquals(CloseReason.BUSY, tooMany.closed());
        assertEquals(List.of(), tooMany.rest());
    }

    @Test
    @Spec("BLE-6-2")
    void aSecondChannelOfOneConnectionEndsTheFirstAndNoOther() throws Exception {
        RecordingLink stranger = served();
        RecordingLink first = new RecordingLink();
        assertTrue(server.accept(first, "phone"));
        first.next();

        RecordingLink second = new RecordingLink();
        assertTrue(server.accept(second, "phone"));

        second.next();
        assertEquals(CloseReason.DONE, first.closed());
        awaitChannels(2);
        assertTrue(stranger.isOpen());
        assertTrue(second.isOpen());
    }

    @Test
    @Spec("BLE-6-2")
    void onePhoneWithManyChannelsKeepsNobodyOut() throws Exception {
        for (int i = 0; i < 3 * PHONES; i++) {
            server.accept(new RecordingLink(), "phone");
            awaitChannels(1);
        }

        served().next();
    }

    @Test
    void aPhoneHasAsManyChannelsAgainWhenItsOwnHaveClosed() throws Exception {
        for (int i = 0; i < 2; i++) {
            RecordingLink link = new RecordingLink();
            assertTrue(server.accept(link, "phone"));
            link.next();
            link.lose();
            assertEquals(CloseReason.CONNECTION_LOST, link.closed());
            awaitChannels(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"c1ffff, OUT_OF_ORDER", "e0ffff, MALFORMED", "c0ffff, DONE"})
    void aPhoneThatTalksGarbageIsEndedAndTheNextIsServed(String garbage, CloseReason reason) throws Exception {
        RecordingLink link = served();
        link.next();
        link.say(Bytes.ofHex(garbage));
        assertEquals(reason, link.closed());
        awaitChannels(0);
        served().next();
    }

    @Test
    @Spec("BLE-6-7")
    void aPhoneThatFloodsIsEndedAndTheNextIsServed() throws Exception {
        RecordingLink link = served();
        link.next();
        for (int i = 0; i < 10_000; i++) {
            link.say(Bytes.concat(Bytes.of(0xc0 | (i & 0x1f)), Bytes.of(2)));
        }
        link.closed();
        awaitChannels(0);
        served().next();
    }

    @Test
    void whatALinkCannotTakeWaitsForIt() throws Exception {
        RecordingLink link = new RecordingLink();
        link.fill(true);
        assertTrue(server.accept(link));
        link.fill(false);
        assertEquals(1 + OPENER_OCTETS, link.next().size());
    }

    @Test
    @Spec("BLE-6-3")
    void aPhoneThatSaysNothingIsEndedInTime() throws Exception {
        TransportCounters counters = new TransportCounters();
        try (BleReaderServer impatient = impatient(SOON, LONG, LONG, counters)) {
            RecordingLink silent = new RecordingLink();
            assertTrue(impatient.accept(silent));
            silent.next();
            assertEquals(CloseReason.DONE, silent.closed());
        }
        assertTimeouts(counters, 1, 0, 0);
    }

    @Test
    @Spec("BLE-6-4")
    void aPhoneThatFallsSilentBehindAMessageIsEndedInTime() throws Exception {
        TransportCounters counters = new TransportCounters();
        try (BleReaderServer impatient = impatient(LONG, SOON, LONG, counters)) {
            RecordingLink asked = new RecordingLink();
            assertTrue(impatient.accept(asked));
            asked.next();
            asked.say(PING);
            assertEquals(CloseReason.DONE, asked.closed());
        }
        assertTimeouts(counters, 0, 1, 0);
    }

    @Test
    @Spec("BLE-6-5")
    void aPhoneThatDoesNotTakeTheOpenerIsEndedInTime() throws Exception {
        TransportCounters counters = new TransportCounters();
        try (BleReaderServer impatient = impatient(LONG, LONG, SOON, counters)) {
            RecordingLink full = new RecordingLink();
            full.fill(true);
            assertTrue(impatient.accept(full));
            assertEquals(CloseReason.DONE, full.closed());
        }
        assertTimeouts(counters, 0, 0, 1);
    }

    private BleReaderServer impatient(Duration first, Duration idle, Duration write, TransportCounters counters) {
        return BleReaderServer.builder(reader)
                .eventSink(event -> {})
                .limits(TapLimits.standard().withConnections(1, PHONES).withTimeouts(first, idle, write))
                .metrics(counters)
                .start();
    }

    private static void assertTimeouts(TransportCounters counters, int first, int idle, int write) {
        assertEquals(first, counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT), "before the first message");
        assertEquals(idle, counters.of(TransportEvent.IDLE_TIMEOUT), "behind a message");
        assertEquals(write, counters.of(TransportEvent.WRITE_TIMEOUT), "of what is not taken");
    }

    @Test
    void aLinkThatFailsTakesNoPlace() throws Exception {
        for (int i = 0; i < PHONES; i++) {
            RecordingLink nameless = new RecordingLink();
            nameless.failAtTransport();
            assertThrows(UncheckedIOException.class, () -> server.accept(nameless));
            assertEquals(0, server.channels());
        }
        for (int i = 0; i < PHONES; i++) {
            RecordingLink shut = new RecordingLink();
            shut.failAtOpen();
            assertTrue(server.accept(shut));
            shut.closed();
            awaitChannels(0);
        }
        served().next();
    }

    @Test
    void stoppingEndsWhatIsOpen() throws Exception {
        RecordingLink link = served();
        link.next();
        server.stop(Duration.ofMillis(1));
        assertEquals(CloseReason.DONE, link.closed());
        assertEquals(List.of(Bytes.ofHex("2100")), link.rest());
        assertFalse(server.accept(new RecordingLink()));
    }

    @Test
    void aServerThatDoesNothingWithDecisionsIsNotStarted() {
        assertThrows(
                IllegalStateException.class,
                () -> BleReaderServer.builder(reader).start());
    }

    private RecordingLink served() {
        RecordingLink link = new RecordingLink();
        assertTrue(server.accept(link));
        return link;
    }

    private void awaitChannels(int count) {
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        while (server.channels() != count && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertEquals(count, server.channels());
    }
}
