package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.ConfigurationKeeper;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventSpool;
import io.lintel.protocol.link.LinkedReader;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.RecordedManager;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import io.lintel.transport.tcp.TcpLinkClient.Status;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TcpLinkTest {
    private static final InstantSource CLOCK = InstantSource.fixed(TestSite.NOW);

    private final List<Status> statuses = new CopyOnWriteArrayList<>();

    @ParameterizedTest
    @EnumSource(Suite.class)
    void publishedListReachesTheLinkedReaderAndItsReceiptComesHome(Suite suite) {
        Door door = new Door(suite, 1);
        try (TcpLinkServer server = server(door.manager, Taps.anyPort());
                TcpLinkClient client = client(door, server.address())) {
            Await.until(() -> server.linked().size() == 1);
            client.wake();
            door.manager.publish(door.site.list(9, 4));
            server.wake(peer -> peer.project().equals(door.site.project()));

            Await.until(() -> door.manager.receipts.stream().anyMatch(receipt -> epoch(door, receipt) == 9));
            assertEquals(9, door.reader.listInForce().orElseThrow().value().listEpoch());
        }
    }

    @Test
    void eventsReachTheManagerOnceAndInOrderAlthoughItRestarts() {
        Door door = new Door(Suite.X25519, 2);
        List<DoorEvent> all = new ArrayList<>();
        InetSocketAddress address;
        try (TcpLinkServer server = server(door.manager, Taps.anyPort())) {
            address = server.address();
        }
        try (TcpLinkClient client = client(door, address)) {
            for (int run = 0; run < 3; run++) {
                try (TcpLinkServer server = server(door.manager, address)) {
                    assertEquals(address, server.address());
                    for (int i = 0; i < 100; i++) {
                        all.add(door.event(client));
                    }
                    int expected = all.size();
                    Await.until(() -> door.manager.events.size() >= expected);
                }
                all.add(door.event(client));
            }
            assertTrue(statuses.contains(Status.LOST));
        }
        assertEquals(all.subList(0, door.manager.events.size()), door.manager.events);
        assertEquals(0, door.manager.lost);
    }

    @Test
    void managerWhoseNameIsUnknownForAWhileIsAskedForAgain() {
        Door door = new Door(Suite.X25519, 6);
        AtomicInteger asked = new AtomicInteger();
        try (TcpLinkServer server = server(door.manager, Taps.anyPort());
                TcpLinkClient client = TcpLinkClient.open(
                        door.linked,
                        () -> {
                            if (asked.incrementAndGet() == 1) {
                                throw new IllegalStateException("no host of that name");
                            }
                            return server.address();
                        },
                        CLOCK,
                        new Random(1),
                        statuses::add)) {
            Await.until(() -> server.linked().size() == 1);
            client.wake();
            assertEquals(Status.LOST, statuses.get(0));
        }
    }

    @Test
    void laterLinkOfAReaderTakesThePlaceOfTheEarlier() {
        Door door = new Door(Suite.X25519, 3);
        try (TcpLinkServer server = server(door.manager, Taps.anyPort());
                TcpLinkClient stale = client(door, server.address())) {
            Await.until(() -> server.linked().size() == 1);
            Door restarted = new Door(door);
            try (TcpLinkClient fresh = client(restarted, server.address())) {
                Await.until(() -> statuses.contains(Status.LOST));
                assertEquals(1, server.linked().size());
                fresh.wake();
                stale.wake();
            }
        }
    }

    @Test
    void removedReaderIsCutOffAndNotLetInAgain() {
        Door door = new Door(Suite.X25519, 4);
        try (TcpLinkServer server = server(door.manager, Taps.anyPort());
                TcpLinkClient client = client(door, server.address())) {
            Await.until(() -> server.linked().size() == 1);
            client.wake();
            int reports = door.manager.reports.size();
            door.manager.admits = false;
            server.wake(peer -> true);

            Await.until(() -> statuses.stream().filter(Status.LOST::equals).count() >= 2);
            assertTrue(server.linked().isEmpty());
            assertEquals(reports, door.manager.reports.size());
        }
    }

    @Test
    void idleConnectionsTakeNoThreadsAndDoNotKeepReadersOut() throws IOException {
        Door door = new Door(Suite.X25519, 5);
        List<Socket> idle = new ArrayList<>();
        try (TcpLinkServer server = TcpLinkServer.builder(door.manager)
                .bind(Taps.anyPort())
                .clock(CLOCK)
                .limits(LinkLimits.standard().withLinks(500, 500))
                .start()) {
            Await.until(() -> connects(idle, server.address()) && server.connections() > 0);
            int threads = Thread.activeCount();
            for (int i = 0; i < 499; i++) {
                connects(idle, server.address());
            }
            Await.until(() -> server.connections() == 500);
            assertTrue(Thread.activeCount() <= threads + 8, "threads: " + threads + ", " + Thread.activeCount());
            idle.remove(0).close();
            Await.until(() -> server.connections() == 499);
            try (TcpLinkClient client = client(door, server.address())) {
                Await.until(() -> server.linked().size() == 1);
                client.wake();
            }
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    private static boolean connects(List<Socket> idle, InetSocketAddress address) {
        try {
            return idle.add(new Socket(address.getAddress(), address.getPort()));
        } catch (IOException refused) {
            throw new AssertionError(refused);
        }
    }

    private static TcpLinkServer server(RecordedManager manager, InetSocketAddress address) {
        return TcpLinkServer.builder(manager).bind(address).clock(CLOCK).start();
    }

    private TcpLinkClient client(Door door, InetSocketAddress manager) {
        return TcpLinkClient.open(door.linked, () -> manager, CLOCK, new Random(1), statuses::add);
    }

    private static long epoch(Door door, Bytes receipt) {
        Receipt read = door.site
                .trust()
                .verifyReceipt(door.draft.certificate().value(), receipt)
                .value();
        return read.listEpoch();
    }

    /** A reader with its manager. */
    private static final class Door {
        final TestSite site;
        final ReaderDraft draft;
        final RecordedManager manager;
        final EventSpool spool;
        final Reader reader;
        final LinkedReader linked;
        private long serial;

        Door(Suite suite, long seed) {
            site = TestSite.of(suite, seed);
            draft = site.reader().memory(ReaderMemory.inMemory());
            manager = new RecordedManager(site, draft);
            spool = EventSpool.inMemory(10_000, () -> site.random().octets(8));
            reader = draft.start();
            linked = link();
        }

        Door(Door before) {
            site = before.site;
            draft = before.draft;
            manager = before.manager;
            spool = EventSpool.inMemory(10_000, () -> site.random().octets(8));
            reader = draft.start();
            linked = link();
        }

        private LinkedReader link() {
            return new LinkedReader(
                    reader,
                    draft.identity(),
                    site.suite(),
                    manager.keys.publicKey(),
                    spool,
                    ConfigurationKeeper.none(),
                    "test");
        }

        DoorEvent event(TcpLinkClient client) {
            DoorEvent event = new DoorEvent(
                    TestSite.NOW,
                    ++serial,
                    Optional.empty(),
                    io.lintel.protocol.tap.TapPath.COLD,
                    io.lintel.protocol.tap.Transport.TCP,
                    Taps.GESTURE.intent(),
                    java.time.Duration.ZERO);
            spool.add(event);
            client.wake();
            return event;
        }
    }

    @Test
    @Spec("LINK-1-4")
    void aMessageThatIsTooLongEndsTheConnectionAtItsLength() throws IOException {
        Door door = new Door(Suite.X25519, 7);
        try (TcpLinkServer server = server(door.manager, Taps.anyPort());
                Socket socket = new Socket(
                        server.address().getAddress(), server.address().getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream().write(new byte[] {4130 >>> 8, (byte) 4130});
            assertEquals(-1, socket.getInputStream().read());
        }
    }
}
