package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.testing.ClosedPort;
import io.lintel.testing.Spec;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TcpManagerServerTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Bytes REQUEST = Bytes.of(0x10, 1, 2, 3);

    private final TransportCounters counters = new TransportCounters();
    private final TcpManagerClient client = TcpManagerClient.open();
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(client));

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    @Spec("TAP-10-18")
    void carriesARequestAndItsResponse() {
        TcpManagerServer server = start((request, source) -> Bytes.concat(Bytes.of(0x11), request));

        assertEquals(Bytes.of(0x11, 0x10, 1, 2, 3), client.exchange(REQUEST, server.address(), LONG));
    }

    @Test
    @Spec("TAP-10-8")
    void carriesTheLongestMessagesThatAFrameHolds() {
        Bytes longest = Bytes.copyOf(new byte[0xFFFF]);
        TcpManagerServer server = start((request, source) -> request);

        assertEquals(longest, client.exchange(longest, server.address(), LONG));
        assertThrows(
                IllegalArgumentException.class,
                () -> client.exchange(Bytes.copyOf(new byte[0x10000]), server.address(), LONG));
    }

    @Test
    @Spec("TAP-10-19")
    void answersAPeerThatHalfClosesBehindItsRequest() throws Exception {
        TcpManagerServer server = start((request, source) -> request);
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(new byte[] {0, 1, 7});
            socket.shutdownOutput();

            assertArrayEquals(new byte[] {0, 1, 7}, socket.getInputStream().readAllBytes());
        }
    }

    @Test
    @Spec({"TAP-10-20", "TAP-13-17"})
    void turnsARequestAwayAsBusyWhenTheQueueIsFull() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TcpManagerServer server = start(
                (request, source) -> {
                    entered.countDown();
                    awaitQuietly(release);
                    return request;
                },
                ManagerLimits.standard().withRequests(1, 1));
        CompletableFuture<Bytes> atWork = exchangeAsync(server);
        entered.await();
        // Of these two, one takes the only waiting place and the other is turned away.
        CompletableFuture<Bytes> second = exchangeAsync(server);
        CompletableFuture<Bytes> third = exchangeAsync(server);

        ExecutionException refused = assertThrows(
                ExecutionException.class,
                () -> CompletableFuture.anyOf(second, third).get());

        TransportException.Busy busy = (TransportException.Busy) refused.getCause();
        assertEquals("transport.busy", busy.errorCode());
        assertFalse(busy.mayHaveTakenEffect());
        assertTrue(busy.retryAfter().isPresent());
        assertEquals(1, counters.of(TransportEvent.REQUEST_REFUSED_BUSY));
        release.countDown();
        assertEquals(REQUEST, atWork.get());
    }

    @Test
    void tellsTheHandlerWhereARequestComesFrom() {
        TcpManagerServer server = start((request, source) -> Bytes.utf8(source));
        Set<String> loopback = Set.of("127.0.0.1", "0:0:0:0::/64");
        Bytes answer = client.exchange(REQUEST, server.address(), LONG);
        assertTrue(loopback.stream().map(Bytes::utf8).anyMatch(answer::equals), answer::toHex);
    }

    @Test
    void handlerMayTurnARequestAwayAsBusy() {
        TcpManagerServer server = start((request, source) -> RequestHandler.busy(Duration.ofSeconds(7)));
        TransportException.Busy busy =
                assertThrows(TransportException.Busy.class, () -> client.exchange(REQUEST, server.address(), LONG));
        assertEquals(Optional.of(Duration.ofSeconds(7)), busy.retryAfter());
    }

    @Test
    void saysNothingToARequestThatDeservesNoAnswer() {
        TcpManagerServer server = start((request, source) -> Bytes.EMPTY);

        assertThrows(TransportException.ConnectionLost.class, () -> client.exchange(REQUEST, server.address(), LONG));
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE), "a stranger's request is no failure of ours");
    }

    @Test
    void closesOnlyTheConnectionWhoseRequestFailed() {
        TcpManagerServer server = start((request, source) -> {
            if (request.equals(REQUEST)) {
                throw new IllegalStateException("a fault of the handler");
            }
            return request;
        });

        TransportException lost = assertThrows(
                TransportException.ConnectionLost.class, () -> client.exchange(REQUEST, server.address(), LONG));

        assertTrue(lost.mayHaveTakenEffect());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
        assertEquals(Bytes.of(5), client.exchange(Bytes.of(5), server.address(), LONG));
    }

    @Test
    void closesTheConnectionAlsoWhenARequestEndsInAnError() {
        TcpManagerServer server = start((request, source) -> {
            throw new AssertionError("worse than a fault");
        });

        assertThrows(TransportException.ConnectionLost.class, () -> client.exchange(REQUEST, server.address(), LONG));

        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void silentPeersDoNotKeepARequestOut() throws Exception {
        ManagerLimits few = new ManagerLimits(1, 1, 4, 20, LONG, LONG);
        TcpManagerServer server = start((request, source) -> request, few);
        for (int i = 0; i < 100; i++) {
            opened.add(new RawPhone("127.0.0." + (2 + i / 4), server.address()));
        }
        awaitCount(TransportEvent.CONNECTION_ACCEPTED, 100);

        assertEquals(REQUEST, client.exchange(REQUEST, server.address(), LONG));
    }

    @Test
    void closesAPeerThatAnnouncesAnEmptyMessage() throws Exception {
        TcpManagerServer server = start((request, source) -> request);
        try (Socket socket = connect(server)) {
            socket.getOutputStream().write(new byte[] {0, 0});

            assertEquals(-1, socket.getInputStream().read());
        }
    }

    @Test
    void finishesTheRequestUnderWayWhenItStops() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        TcpManagerServer server = start((request, source) -> {
            entered.countDown();
            awaitQuietly(release);
            return request;
        });
        CompletableFuture<Bytes> underWay = exchangeAsync(server);
        entered.await();
        CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> server.stop(LONG));
        awaitRefusal(server.address());
        assertFalse(stopping.isDone(), "a request is still under way");

        release.countDown();

        assertEquals(REQUEST, underWay.get());
        stopping.get();
    }

    @Test
    void closesConnectionsWithoutARequestAtOnceWhenItStops() throws Exception {
        TcpManagerServer server = start((request, source) -> request);
        try (Socket silent = connect(server)) {
            awaitCount(TransportEvent.CONNECTION_ACCEPTED, 1);
            server.stop(LONG);

            assertEquals(-1, silent.getInputStream().read());
        }
    }

    @Test
    void tellsAPersonWhichPortIsTakenAndWhatToDo() {
        TcpManagerServer server = start((request, source) -> request);

        TransportException taken = assertThrows(
                TransportException.PortInUse.class,
                () -> TcpManagerServer.builder((request, source) -> request)
                        .bind(server.address())
                        .start());

        assertEquals("transport.port-in-use", taken.errorCode());
        assertTrue(taken.getMessage().contains("127.0.0.1:" + server.address().getPort()), taken.getMessage());
        assertTrue(taken.getMessage().contains("choose another port"), taken.getMessage());
    }

    @Test
    void tellsAPersonThatAnAddressIsNotThisMachines() throws Exception {
        InetSocketAddress elsewhere = new InetSocketAddress(InetAddress.getByName("192.0.2.1"), 0);

        TransportException refused = assertThrows(
                TransportException.CannotListen.class,
                () -> TcpManagerServer.builder((request, source) -> request)
                        .bind(elsewhere)
                        .start());

        assertTrue(refused.getMessage().contains("192.0.2.1:0"), refused.getMessage());
    }

    @Test
    void tellsAPersonWhatCouldNotBeReached() throws Exception {
        try (ClosedPort closed = new ClosedPort()) {
            InetSocketAddress nobody = closed.address();

            TransportException unreachable =
                    assertThrows(TransportException.Unreachable.class, () -> client.exchange(REQUEST, nobody, LONG));

            assertFalse(unreachable.mayHaveTakenEffect());
            assertTrue(unreachable.getMessage().contains("the manager at 127.0.0.1:" + nobody.getPort()));
            assertTrue(unreachable.getMessage().contains("connection refused"), unreachable.getMessage());
        }
    }

    @Test
    void givesUpOnAManagerThatNeverAnswers() throws Exception {
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) mute.getLocalSocketAddress();

            TransportException late = assertThrows(
                    TransportException.TimedOut.class, () -> client.exchange(REQUEST, address, Duration.ofMillis(200)));

            assertTrue(late.mayHaveTakenEffect());
        }
    }

    @Test
    void aClosedClientSaysSo() {
        TcpManagerServer server = start((request, source) -> request);
        client.close();

        assertThrows(TransportException.Closed.class, () -> client.exchange(REQUEST, server.address(), LONG));
    }

    @Test
    void manyRequestsAtATimeAreAllAnswered() throws Exception {
        AtomicInteger handled = new AtomicInteger();
        TcpManagerServer server = start((request, source) -> {
            handled.incrementAndGet();
            return request;
        });
        List<CompletableFuture<Bytes>> all = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            all.add(exchangeAsync(server));
        }
        for (CompletableFuture<Bytes> each : all) {
            assertEquals(REQUEST, each.get());
        }
        assertEquals(8, handled.get());
    }

    private TcpManagerServer start(RequestHandler requests) {
        return start(requests, ManagerLimits.standard());
    }

    private TcpManagerServer start(RequestHandler requests, ManagerLimits limits) {
        TcpManagerServer server = TcpManagerServer.builder(requests)
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .limits(limits)
                .metrics(counters)
                .start();
        opened.add(server);
        return server;
    }

    private CompletableFuture<Bytes> exchangeAsync(TcpManagerServer server) {
        CompletableFuture<Bytes> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                result.complete(client.exchange(REQUEST, server.address(), LONG));
            } catch (RuntimeException failure) {
                result.completeExceptionally(failure);
            }
        });
        thread.start();
        return result;
    }

    private static Socket connect(TcpManagerServer server) throws IOException {
        return new Socket(server.address().getAddress(), server.address().getPort());
    }

    private void awaitCount(TransportEvent event, long atLeast) {
        Await.until(() -> counters.of(event) >= atLeast);
    }

    private static void awaitRefusal(InetSocketAddress address) {
        Await.until(() -> {
            try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
                return !socket.isConnected();
            } catch (IOException refused) {
                return true;
            }
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
