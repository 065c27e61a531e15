package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import io.lintel.transport.session.MutableClock;
import io.lintel.transport.session.ScriptedSession;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Stopping, and peers that do not read, on real sockets. */
class TcpListenerTest {
    private static final Duration SHORT = Duration.ofMillis(200);

    private final MutableClock clock = new MutableClock(TestSite.NOW);
    private final TransportCounters counters = new TransportCounters();
    private final List<AutoCloseable> opened = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void aTapUnderWayIsFinishedBeforeTheServerStops() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = reader(site);
        RawPhone underWay = connect(server);
        Bytes opener = underWay.receive();

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> server.stop(Taps.LONG));
        Await.until(() -> isRefused(server));
        assertFalse(stopping.isDone(), "a tap is under way");

        assertEquals(
                new TapResult.Granted(TapPath.COLD),
                underWay.tap(site.phone(), opener).orElseThrow());
        stopping.get();
        assertTrue(underWay.isClosedByReader());
    }

    @Test
    void aPeerThatSaysNothingHoldsAStopUpNoLongerThanItsGrace() throws Exception {
        TcpReaderServer server = reader(TestSite.of(Suite.X25519, 1));
        RawPhone silent = connect(server);
        silent.receive();

        server.stop(SHORT);

        assertTrue(silent.isClosedByReader());
        assertEquals(0, server.connections());
    }

    @Test
    void aServerCannotBeStoppedFromItsOwnThread() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        AtomicReference<TcpReaderServer> self = new AtomicReference<>();
        CompletableFuture<Void> stopped = new CompletableFuture<>();
        TcpReaderServer server = TcpReaderServer.builder(site.reader().start())
                .bind(Taps.anyPort())
                .eventSink(event -> stopFromInside(self.get(), stopped))
                .clock(clock)
                .start();
        self.set(server);
        opened.add(server);
        RawPhone phone = connect(server);
        phone.tap(site.phone(), phone.receive());

        ExecutionException refused = assertThrows(ExecutionException.class, () -> stopped.get());

        assertEquals(IllegalStateException.class, refused.getCause().getClass());
    }

    @Test
    void anEventSinkThatNeverReturnsDoesNotHoldAStopUp() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        TcpReaderServer server = TcpReaderServer.builder(site.reader().start())
                .bind(Taps.anyPort())
                .eventSink(event -> {
                    reached.countDown();
                    await(released);
                })
                .clock(clock)
                .start();
        opened.add(released::countDown);
        RawPhone phone = connect(server);
        CompletableFuture<Void> tapping = CompletableFuture.runAsync(() -> tapToTheEnd(phone, site));
        reached.await();

        server.stop(SHORT);

        assertFalse(tapping.isDone(), "the sink still holds the thread that would answer");
    }

    /** Taps, and is answered or not. */
    private static void tapToTheEnd(RawPhone phone, TestSite site) {
        try {
            phone.tap(site.phone(), phone.receive());
        } catch (IOException closed) {
            // The server ended before it answered.
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Spec("TAP-10-11")
    void aPeerThatDoesNotReadIsNotReadFromAndClosedInTime() throws Exception {
        TapLimits patient = new TapLimits(Integer.MAX_VALUE, 8, 8, Taps.LONG, Taps.LONG, SHORT);
        TcpListener listener = TcpListener.open(
                Taps.anyPort(),
                "echo",
                1,
                new ConnectionCaps(8, 8, counters),
                handlers ->
                        TapPipeline.ofReader(handlers, patient, new ScriptedSession(), Runnable::run, clock, counters));
        opened.add(() -> listener.stop(SHORT));
        RawPhone deaf = new RawPhone("127.0.0.2", listener.address());
        opened.add(deaf);

        assertThrows(IOException.class, () -> sendForEver(deaf));

        assertTrue(counters.of(TransportEvent.READING_PAUSED) >= 1, counters.toString());
        assertTrue(counters.of(TransportEvent.WRITE_TIMEOUT) >= 1, counters.toString());
        Await.until(() -> listener.open() == 0);
    }

    /** Sends what is echoed and never reads the echo; the buffers of both sides are full some time. */
    private static void sendForEver(RawPhone deaf) throws IOException {
        Bytes message = Bytes.copyOf(new byte[TapLimits.MAX_MESSAGE_OCTETS]);
        for (int sent = 0; sent < 1_000_000; sent++) {
            deaf.send(message);
        }
    }

    private static void stopFromInside(TcpReaderServer server, CompletableFuture<Void> stopped) {
        try {
            server.stop(SHORT);
            stopped.complete(null);
        } catch (IllegalStateException refused) {
            stopped.completeExceptionally(refused);
        }
    }

    private TcpReaderServer reader(TestSite site) {
        TcpReaderServer server = TcpReaderServer.builder(site.reader().start())
                .bind(Taps.anyPort())
                .eventSink(event -> {})
                .clock(clock)
                .metrics(counters)
                .start();
        opened.add(server);
        return server;
    }

    private RawPhone connect(TcpReaderServer server) throws IOException {
        RawPhone peer = new RawPhone("127.0.0.2", server.address());
        opened.add(peer);
        return peer;
    }

    /** Whether a newcomer gets no opener. One who was let in just before the server stopped leaves at once. */
    private static boolean isRefused(TcpReaderServer server) {
        try (RawPhone late = new RawPhone("127.0.0.3", server.address())) {
            late.receive();
            return false;
        } catch (IOException refused) {
            return true;
        }
    }
}
