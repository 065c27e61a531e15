package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.CountingDiffieHellman;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import io.lintel.transport.session.MutableClock;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers can do to a reader, and that phones still open the door. */
class ReaderUnderAttackTest {
    private static final int SILENT = 1000;
    private static final int SLOW = 1000;
    private static final int PER_ADDRESS = 8;
    private static final int FORGERIES = 300;
    private static final TapResult COLD = new TapResult.Granted(TapPath.COLD);
    private static final TapResult FAST = new TapResult.Granted(TapPath.FAST);

    private final MutableClock clock = new MutableClock(TestSite.NOW);
    private final TransportCounters counters = new TransportCounters();
    private CountingDiffieHellman dh;
    private final TestSite site = TestSite.of(Suite.X25519, 1, this::counting);
    private final TcpPhoneClient client = TcpPhoneClient.open(clock);
    private final List<AutoCloseable> opened = new ArrayList<>(List.of(client));

    private CryptoSuite counting(CryptoSuite suite) {
        dh = new CountingDiffieHellman(suite.diffieHellman());
        return suite.withDiffieHellman(dh);
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void aThousandSilentAndAThousandSlowPeersDoNotKeepThePhonesOut() throws Exception {
        // The clock stands still, so no opener dies before the test says so, however long connecting takes.
        TcpReaderServer server =
                start(site.reader().start(), TapLimits.standard().withTimeouts(Taps.LONG, Taps.LONG, Taps.LONG));
        connectMany(server.address(), 0, SILENT);
        List<RawPhone> slow = connectMany(server.address(), SILENT, SLOW);
        Await.until(() -> server.connections() == SILENT + SLOW);
        CountDownLatch rounds = new CountDownLatch(3);
        ScheduledExecutorService drip = Executors.newSingleThreadScheduledExecutor();
        opened.add(drip::shutdownNow);
        drip.scheduleAtFixedRate(() -> sendOneOctetEach(slow, rounds), 0, 1, TimeUnit.SECONDS);

        TestPhone phone = site.phone();
        assertEquals(COLD, Taps.tap(client, phone, server.address()));
        for (int i = 0; i < 5; i++) {
            assertEquals(FAST, Taps.tap(client, phone, server.address()));
            assertEquals(COLD, Taps.tap(client, site.phone(), server.address()));
        }
        assertTrue(rounds.await(Taps.LONG.toSeconds(), TimeUnit.SECONDS), "the slow peers were cut off");
        assertEquals(FAST, Taps.tap(client, phone, server.address()));
        Await.until(() -> server.connections() == SILENT + SLOW);

        clock.advance(Duration.ofSeconds(6));
        Await.until(() -> server.connections() == 0);
        assertEquals(0, counters.of(TransportEvent.EVICTED_OLDEST));
        assertEquals(0, counters.of(TransportEvent.REFUSED_ADDRESS_FULL));
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    @Spec({"TAP-10-13", "TAP-10-14"})
    void whoeverHoldsAllPlacesMakesRoomForThePhones() throws Exception {
        TcpReaderServer server =
                start(site.reader().start(), TapLimits.standard().withConnections(PER_ADDRESS, 40));
        connectMany(server.address(), 0, 200);
        Await.until(() -> counters.of(TransportEvent.CONNECTION_ACCEPTED) == 200);

        assertEquals(COLD, Taps.tap(client, site.phone(), server.address()));

        assertTrue(counters.of(TransportEvent.EVICTED_OLDEST) >= 160);
    }

    @Test
    @Spec("TAP-10-12")
    void oneAddressCannotHaveMoreConnectionsThanItMay() throws Exception {
        TcpReaderServer server =
                start(site.reader().start(), TapLimits.standard().withConnections(2, 40));
        RawPhone first = connect("127.0.0.2", server.address());
        RawPhone second = connect("127.0.0.2", server.address());
        Bytes opener = first.receive();
        second.receive();

        assertTrue(connect("127.0.0.2", server.address()).isClosedByReader());

        assertEquals(COLD, Taps.tap(client, site.phone(), server.address()));
        assertEquals(1, counters.of(TransportEvent.REFUSED_ADDRESS_FULL));
        assertEquals(COLD, first.tap(site.phone(), opener).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0201", // an announced length of 513
                "ffff",
                "0000",
                "474554202f20485454502f312e310d0a", // GET / HTTP/1.1
                "16030100ca", // a TLS hello
                "0001ff", // a message of an unknown kind
                "000104", // a cold message cut short
                "000301020304"
            })
    void firstOctetsThatAreNoMessageCloseThatConnectionAlone(String octets) throws Exception {
        TcpReaderServer server = start(site.reader().start(), TapLimits.standard());
        RawPhone bystander = connect("127.0.0.2", server.address());
        Bytes opener = bystander.receive();
        RawPhone garbage = connect("127.0.0.2", server.address());

        garbage.sendRaw(Bytes.ofHex(octets));

        assertTrue(garbage.isClosedByReader());
        assertEquals(COLD, bystander.tap(site.phone(), opener).orElseThrow());
    }

    @Test
    void aFloodOfForgedColdMessagesCostsNoKeyAgreement() throws Exception {
        Reader reader = site.reader().start();
        TcpReaderServer server = start(reader, TapLimits.standard());
        Bytes recorded = recordColdMessage(server.address());
        Await.until(() -> reader.counters().get(Counter.COLD_GRANTED) == 1);
        long before = dh.agreements();

        for (int i = 0; i < FORGERIES; i++) {
            try (RawPhone forger = new RawPhone("127.0.0.2", server.address())) {
                forger.receive();
                forger.send(i % 2 == 0 ? recorded : randomlike(recorded));
                assertTrue(forger.isClosedByReader());
            }
        }

        assertEquals(before, dh.agreements());
        assertEquals(FORGERIES, reader.counters().get(Counter.COLD_FAILED_GATE));
        assertEquals(COLD, Taps.tap(client, site.phone(), server.address()));
    }

    @Test
    void aPeerThatEndsItsOutputInsideAMessageIsClosed() throws Exception {
        TcpReaderServer server = start(site.reader().start(), TapLimits.standard());
        RawPhone halfOpen = connect("127.0.0.2", server.address());
        halfOpen.receive();

        halfOpen.sendRaw(Bytes.of(0, 100, 5, 5));
        halfOpen.endOutput();

        assertTrue(halfOpen.isClosedByReader());
        assertEquals(COLD, Taps.tap(client, site.phone(), server.address()));
    }

    @Test
    @Spec("TAP-10-9")
    void aPeerThatNeverFinishesItsFirstMessageIsClosedInTime() throws Exception {
        TcpReaderServer server = start(
                site.reader().start(), TapLimits.standard().withTimeouts(Duration.ofMillis(300), Taps.LONG, Taps.LONG));
        RawPhone slow = connect("127.0.0.2", server.address());
        slow.receive();
        slow.sendRaw(Bytes.of(0, 100, 5, 5));

        assertTrue(slow.isClosedByReader());
        assertEquals(1, counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT));
    }

    /** A whole phone's cold message, taken from a tap that the reader granted. */
    private Bytes recordColdMessage(InetSocketAddress server) throws IOException {
        try (RecordingRelay relay = new RecordingRelay(server)) {
            TestPhone phone = site.phone();
            client.tap(phone.wallet().tap(Taps.GESTURE, TestSite.NOW), relay.address(), Taps.LONG)
                    .join();
            return relay.messageOfKind(4);
        }
    }

    private Bytes randomlike(Bytes cold) {
        return Bytes.concat(Bytes.of(4), site.random().octets(cold.size() - 1));
    }

    private static void sendOneOctetEach(List<RawPhone> peers, CountDownLatch rounds) {
        // The first two are a length of 257, which its octets never reach.
        for (RawPhone peer : peers) {
            try {
                peer.sendRaw(Bytes.of(1));
            } catch (IOException closed) {
                throw new IllegalStateException("a slow peer was cut off before its time", closed);
            }
        }
        rounds.countDown();
    }

    private List<RawPhone> connectMany(InetSocketAddress server, int from, int count) throws IOException {
        List<RawPhone> peers = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int host = 2 + i / PER_ADDRESS;
            peers.add(connect("127.0." + host / 250 + "." + (2 + host % 250), server));
        }
        return peers;
    }

    private RawPhone connect(String address, InetSocketAddress server) throws IOException {
        RawPhone peer = new RawPhone(address, server);
        opened.add(peer);
        return peer;
    }

    private TcpReaderServer start(Reader reader, TapLimits limits) {
        TcpReaderServer server = TcpReaderServer.builder(reader)
                .bind(Taps.anyPort())
                .eventSink(event -> {})
                .limits(limits)
                .clock(clock)
                .metrics(counters)
                .start();
        opened.add(server);
        return server;
    }
}
