package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.CheckedIn;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.FaultyWalletStore;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.ClosedPort;
import io.lintel.testing.Spec;
import io.lintel.transport.session.Ending;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TcpTapTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);

    private final InstantSource clock = InstantSource.fixed(TestSite.NOW);
    private final TransportCounters counters = new TransportCounters();
    private final List<AccessEvent> events = Collections.synchronizedList(new ArrayList<>());
    private final TcpPhoneClient client = TcpPhoneClient.open(clock);
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(client));

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-1-2", "TAP-10-1"})
    void aFirstVisitIsColdAndTheNextTapsAreFast(Suite suite) throws Exception {
        TestSite site = TestSite.of(suite, 1);
        TcpReaderServer server = start(site, events::add);
        Wallet wallet = site.phone().wallet();

        assertEquals(new TapResult.Granted(TapPath.COLD), tap(wallet, server));
        assertEquals(new TapResult.Granted(TapPath.FAST), tap(wallet, server));
        assertEquals(new TapResult.Granted(TapPath.FAST), tap(wallet, server));

        assertEquals(
                List.of(TapPath.COLD, TapPath.FAST, TapPath.FAST),
                events.stream().map(AccessEvent::path).toList());
        Await.until(() -> server.connections() == 0);
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void aCourierHandsOverAListAndTakesTheReceiptHomeOnOneConnection() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        Reader reader = site.reader().list(site.list(3)).start();
        TcpReaderServer server = start(reader, Taps.anyPort(), events::add);
        long[] revoked = new Random(1).longs(2_000, 1_000, 9_000_000).toArray();
        Signed<RevocationList> newer = site.list(4, revoked);
        TestPhone courier = site.phone();
        CheckedIn.with(courier, newer);

        TapUnderWay tap = client.tap(
                courier.wallet().tap(GESTURE, TestSite.NOW), server.address(), LONG, CourierBudget.standard());

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result().get());
        CourierReport report = tap.carried().get();
        assertEquals(OptionalLong.of(4), report.receiptEpoch());
        assertTrue(report.octets() > newer.bytes().size(), "the list and its table");
        assertEquals(newer, reader.listInForce().orElseThrow());
        assertEquals(0, counters.of(TransportEvent.TOO_MANY_MESSAGES));
        Await.until(() -> server.connections() == 0);
    }

    @Test
    void tapsAreAnsweredWhileTheListOfACourierIsStuckOnItsWayToTheDisk() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        StuckMemory memory = new StuckMemory();
        Reader reader = site.reader().list(site.list(3)).memory(memory).start();
        TcpReaderServer server = start(reader, Taps.anyPort(), events::add);
        List<TapUnderWay> couriers = new ArrayList<>();
        memory.stick();
        try {
            // More than there are event loops: each would be held by one, or by the lock that the first one holds.
            for (int i = 0; i < 6; i++) {
                TestPhone courier = site.phone();
                CheckedIn.with(courier, site.list(4, 17));
                couriers.add(client.tap(
                        courier.wallet().tap(GESTURE, TestSite.NOW), server.address(), LONG, CourierBudget.standard()));
                assertEquals(
                        new TapResult.Granted(TapPath.COLD),
                        couriers.get(i).result().get());
            }
            memory.awaitStuck();

            for (int i = 0; i < 8; i++) {
                assertEquals(
                        new TapResult.Granted(TapPath.COLD), tap(site.phone().wallet(), server), "tap " + i);
            }
            assertEquals(3, reader.listInForce().orElseThrow().value().listEpoch());
        } finally {
            memory.release();
        }

        assertEquals(OptionalLong.of(4), couriers.get(0).carried().get().receiptEpoch());
        assertEquals(4, reader.listInForce().orElseThrow().value().listEpoch());
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void aServerHasStoppedWhenTheListOfACourierIsKept() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        StuckMemory memory = new StuckMemory();
        Reader reader = site.reader().list(site.list(3)).memory(memory).start();
        TcpReaderServer server = start(reader, Taps.anyPort(), events::add);
        TestPhone courier = site.phone();
        CheckedIn.with(courier, site.list(4, 17));
        memory.stick();
        AtomicLong keptThen = new AtomicLong();
        Thread stopping = new Thread(() -> {
            server.stop(Duration.ZERO);
            keptThen.set(memory.notes().listEpoch());
        });
        try {
            client.tap(courier.wallet().tap(GESTURE, TestSite.NOW), server.address(), LONG, CourierBudget.standard());
            memory.awaitStuck();
            stopping.start();
            Await.until(() -> !stopping.isAlive() || waitsForTheEnd(stopping));
        } finally {
            memory.release();
        }

        stopping.join();
        assertEquals(4, keptThen.get());
    }

    private static boolean waitsForTheEnd(Thread stopping) {
        return Arrays.stream(stopping.getStackTrace())
                .anyMatch(frame -> frame.getClassName().equals(Ending.class.getName()));
    }

    @Test
    void aPhoneOfAnotherSiteIsToldNothingAndTheReaderServesOn() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = start(site, events::add);
        Wallet stranger = TestSite.of(Suite.X25519, 2).phone().wallet();

        TapResult.Failed failed = assertInstanceOf(TapResult.Failed.class, tap(stranger, server));

        assertEquals(TapError.UNKNOWN_PROJECT, failed.error());
        assertEquals(List.of(), events);
        assertInstanceOf(TapResult.Granted.class, tap(site.phone().wallet(), server));
    }

    @Test
    @Spec({"TAP-10-15", "TAP-10-16", "TAP-4.6-6"})
    void noAnswerIsSentForADecisionThatTheSinkCouldNotActOn() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = start(site, event -> {
            throw new IllegalStateException("the relay does not answer");
        });

        TapResult.Failed failed =
                assertInstanceOf(TapResult.Failed.class, tap(site.phone().wallet(), server));

        assertEquals(TapError.DISCONNECTED, failed.error());
        assertEquals(TapResult.Outcome.UNKNOWN, failed.outcome());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void aFailingWalletStoreCostsSpeedAndNotTheTap() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = start(site, events::add);
        TestPhone phone = site.phone();
        FaultyWalletStore store =
                new FaultyWalletStore(phone.store(), EnumSet.allOf(FaultyWalletStore.Operation.class));
        Wallet wallet = phone.over(store).wallet();

        assertEquals(new TapResult.Granted(TapPath.COLD), tap(wallet, server));
        assertEquals(new TapResult.Granted(TapPath.COLD), tap(wallet, server));
    }

    @Test
    void aPhonesOwnFailureReachesWhoeverAskedForTheTap() {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = start(site, events::add);
        IllegalStateException noEntropy = new IllegalStateException("no entropy");
        WalletPorts ports = new WalletPorts(site.phone().store(), id -> site.suite(), suite -> {
            throw noEntropy;
        });

        ExecutionException failed =
                assertThrows(ExecutionException.class, () -> tap(new Wallet(ports, TestSite.NOW), server));

        assertEquals(noEntropy, failed.getCause());
        assertEquals(List.of(), events);
    }

    @Test
    void aPersonIsToldWhichReaderCouldNotBeReached() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        try (ClosedPort closed = new ClosedPort()) {
            InetSocketAddress nobody = closed.address();

            ExecutionException failed = assertThrows(
                    ExecutionException.class,
                    () -> client.tap(site.phone().wallet().tap(GESTURE, clock.instant()), nobody, LONG)
                            .get());

            TransportException unreachable = assertInstanceOf(TransportException.Unreachable.class, failed.getCause());
            assertFalse(unreachable.mayHaveTakenEffect());
            assertTrue(
                    unreachable.getMessage().contains("the reader at 127.0.0.1:" + nobody.getPort()),
                    unreachable.getMessage());
        }
    }

    @Test
    void aReaderThatSaysNothingIsGivenUpOn() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        try (ServerSocket mute = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = (InetSocketAddress) mute.getLocalSocketAddress();

            TapResult result = client.tap(
                            site.phone().wallet().tap(GESTURE, clock.instant()), address, Duration.ofMillis(200))
                    .get();

            assertEquals(new TapResult.Failed(TapError.DISCONNECTED, TapResult.Outcome.NOT_OPENED), result);
        }
    }

    @Test
    void aCancelledTapClosesItsConnection() {
        TcpReaderServer server = start(TestSite.of(Suite.X25519, 1), events::add);
        CompletableFuture<TapResult> tap = client.tap(
                TestSite.of(Suite.X25519, 2).phone().wallet().tap(GESTURE, clock.instant()), server.address(), LONG);
        tap.cancel(true);

        Await.until(() -> server.connections() == 0);
    }

    @Test
    void aServerThatStopsLetsNobodyInAndFreesItsPort() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = start(site, events::add);
        InetSocketAddress address = server.address();
        assertInstanceOf(TapResult.Granted.class, tap(site.phone().wallet(), server));

        server.close();
        server.close();

        assertThrows(
                ExecutionException.class,
                () -> client.tap(site.phone().wallet().tap(GESTURE, clock.instant()), address, LONG)
                        .get());
        TcpReaderServer next = start(site, address, events::add);
        assertInstanceOf(TapResult.Granted.class, tap(site.phone().wallet(), next));
    }

    @Test
    void tapsOfManyPhonesAtATimeAreAllGranted() throws Exception {
        TestSite site = TestSite.of(Suite.X25519, 1);
        TcpReaderServer server = start(site, events::add);
        List<CompletableFuture<TapResult>> taps = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            taps.add(client.tap(site.phone().wallet().tap(GESTURE, clock.instant()), server.address(), LONG));
        }
        for (CompletableFuture<TapResult> each : taps) {
            assertInstanceOf(TapResult.Granted.class, each.get());
        }
        assertEquals(12, events.size());
    }

    @Test
    void aServerNeedsAnAddressAndASink() {
        TestSite site = TestSite.of(Suite.X25519, 1);

        assertThrows(
                IllegalStateException.class,
                () -> TcpReaderServer.builder(site.reader().start()).start());
    }

    private TapResult tap(Wallet wallet, TcpReaderServer server) throws Exception {
        return client.tap(wallet.tap(GESTURE, clock.instant()), server.address(), LONG)
                .get();
    }

    private TcpReaderServer start(TestSite site, Consumer<AccessEvent> sink) {
        return start(site, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), sink);
    }

    private TcpReaderServer start(TestSite site, InetSocketAddress address, Consumer<AccessEvent> sink) {
        return start(site.reader().start(), address, sink);
    }

    private TcpReaderServer start(Reader reader, InetSocketAddress address, Consumer<AccessEvent> sink) {
        TcpReaderServer server = TcpReaderServer.builder(reader)
                .clock(clock)
                .bind(address)
                .eventSink(sink)
                .metrics(counters)
                .start();
        opened.add(server);
        return server;
    }
}
