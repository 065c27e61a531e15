package io.lintel.transport.ble.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FrameEvent;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.ble.FramingLimits;
import io.lintel.transport.tcp.TapLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of phones when the server stops: nothing that was to be said is lost, but what a phone does not take. */
final class BleReaderStopTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final TestSite site = TestSite.of(Suite.X25519, 1);
    private final CompletableFuture<Boolean> decided = new CompletableFuture<>();
    private final BleReaderServer server = server();
    private final RecordingLink link = new RecordingLink();
    private final Framing framing = Framing.of(Transport.BLE_GATT, FramingLimits.ofTap());
    private final PhoneSession phone =
            site.phone().wallet().tap(new TapRequest(Intent.of(Trigger.LIST), Transport.BLE_GATT), TestSite.NOW);
    private Runnable atDecision = () -> {};

    private BleReaderServer server() {
        return BleReaderServer.builder(site.reader().start())
                .eventSink(event -> {
                    atDecision.run();
                    decided.complete(event.isGranted());
                })
                .clock(Clock.fixed(TestSite.NOW, ZoneOffset.UTC))
                .limits(new TapLimits(64, 8, 1_000_000, LONG, LONG, LONG))
                .start();
    }

    @AfterEach
    void stop() {
        server.stop(SHORT);
    }

    @Test
    void aTapUnderWayIsFinishedAndNoOtherBegins() throws Exception {
        assertTrue(server.accept(link));
        Bytes opener = hear();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> server.stop(LONG));
        until(this::isRefused);
        assertFalse(stopping.isDone(), "a tap is under way");

        say(phone.receive(opener, TestSite.NOW));
        say(phone.receive(hear(), TestSite.NOW));
        assertEquals(new TapResult.Granted(TapPath.COLD), result());
        stopping.join();
        assertEquals(CloseReason.DONE, link.closed());
    }

    @Test
    void anAnswerThatWaitsForTheLinkIsSent() throws Exception {
        assertTrue(server.accept(link));
        say(phone.receive(hear(), TestSite.NOW));
        Bytes certificate = hear();
        link.fill(true);
        say(phone.receive(certificate, TestSite.NOW));
        assertTrue(decided.join());

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> server.stop(LONG));
        until(this::isRefused);
        assertFalse(stopping.isDone(), "an answer is under way");
        link.fill(false);

        assertEquals(new TapResult.Granted(TapPath.COLD), result());
        stopping.join();
    }

    @Test
    void aPhoneThatTakesNothingHoldsItUpNoLongerThanTheGrace() throws Exception {
        link.fill(true);
        assertTrue(server.accept(link));

        server.stop(SHORT);

        assertEquals(CloseReason.DONE, link.closed());
        assertEquals(List.of(), link.rest());
        assertEquals(0, server.channels());
    }

    @Test
    void itIsRefusedFromTheThreadThatDecides() throws Exception {
        CompletableFuture<IllegalStateException> refused = new CompletableFuture<>();
        atDecision = () -> refused.complete(assertThrows(IllegalStateException.class, () -> server.stop(SHORT)));
        assertTrue(server.accept(link));

        say(phone.receive(hear(), TestSite.NOW));
        say(phone.receive(hear(), TestSite.NOW));
        assertEquals(new TapResult.Granted(TapPath.COLD), result());
        assertEquals(
                "a server cannot be stopped from its own thread", refused.join().getMessage());
    }

    @Test
    void aDecisionThatIsNotActedOnHoldsItUpNoLongerThanAFewSeconds() throws Exception {
        CompletableFuture<Void> deciding = new CompletableFuture<>();
        CompletableFuture<Void> relay = new CompletableFuture<>();
        atDecision = () -> {
            deciding.complete(null);
            relay.join();
        };
        assertTrue(server.accept(link));
        say(phone.receive(hear(), TestSite.NOW));
        say(phone.receive(hear(), TestSite.NOW));
        deciding.join();

        server.stop(SHORT); // which returns, for all that the relay does not

        assertFalse(decided.isDone());
        relay.complete(null);
        assertTrue(decided.join());
        link.closed();
    }

    private void say(List<PhoneEffect> effects) {
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Send send) {
                framing.send(send.message());
            }
        }
        for (Optional<Bytes> packet = packet(); packet.isPresent(); packet = packet()) {
            link.say(packet.get());
        }
    }

    private Optional<Bytes> packet() {
        return framing.nextPacket(link.maxPacketOctets());
    }

    private TapResult result() throws InterruptedException {
        return phone.receive(hear(), TestSite.NOW).stream()
                .filter(PhoneEffect.Finished.class::isInstance)
                .map(effect -> ((PhoneEffect.Finished) effect).result())
                .findFirst()
                .orElseThrow();
    }

    /** The reader's next whole message; waits for it. */
    private Bytes hear() throws InterruptedException {
        while (true) {
            for (FrameEvent event : framing.accept(link.next(), TestSite.NOW)) {
                if (event instanceof FrameEvent.Message whole) {
                    return whole.message();
                }
            }
        }
    }

    /** Whether a phone that comes now is sent away; one that is not leaves at once. */
    private boolean isRefused() {
        RecordingLink late = new RecordingLink();
        boolean taken = server.accept(late);
        if (taken) {
            late.lose();
        }
        return !taken;
    }

    private static void until(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() - begun < LONG.toNanos(), "what was waited for did not happen");
            LockSupport.parkNanos(1_000_000L);
        }
    }
}
