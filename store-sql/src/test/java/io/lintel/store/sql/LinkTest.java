package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.ConfigurationKeeper;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.link.EventSpool;
import io.lintel.protocol.link.LinkAccount;
import io.lintel.protocol.link.LinkEnd;
import io.lintel.protocol.link.LinkStep;
import io.lintel.protocol.link.LinkedReader;
import io.lintel.protocol.link.ManagerLink;
import io.lintel.protocol.link.ReaderLink;
import io.lintel.protocol.link.ReaderReport;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.Manager;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.access.AccessRecord.Holder;
import io.lintel.sdk.link.LinkNews;
import io.lintel.sdk.link.LinkStatus;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.site.PublishList;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class LinkTest {

    private final Database database;
    private TestBench bench;
    private Site site;
    private CustomerId customer;
    private Door door;

    LinkTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        site = bench.site(Suite.X25519, Profiles.DEFAULT).site();
        customer = site.customer();
        door = new Door();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void publishedListReachesALinkedReaderAndItsReceiptCounts() {
        Connection link = new Connection(bench.manager).carry();
        LinkNews before = bench.manager.links().news(site.project()).orElseThrow();
        long epoch = bench.manager
                .sites()
                .publishList(TestBench.id(), new PublishList(customer))
                .epoch();
        assertNotEquals(before, bench.manager.links().news(site.project()).orElseThrow());

        link.wake();

        assertEquals(epoch, door.reader.listInForce().orElseThrow().value().listEpoch());
        assertEquals(
                epoch,
                bench.store
                        .read(unit -> unit.enforcement().newest(customer, 1))
                        .orElseThrow()
                        .listEpoch());
        LinkStatus status = bench.manager.links().status(customer, 0, 10).get(0);
        assertEquals(epoch, status.listEpoch());
        assertEquals("test", status.software());
        assertTrue(status.counts().size() > 10);
    }

    @Test
    void eventsOfADoorAreKeptOnceAcrossBrokenConnectionsAndRestartsOfTheManager() {
        long serial = bench.credential(customer).serial();
        int total = 0;
        for (int run = 0; run < 4; run++) {
            for (int i = 0; i < 70; i++) {
                door.event(serial, ++total);
            }
            Connection broken =
                    new Connection(Manager.on(bench.store, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES));
            broken.carry(2 + run * 3);
            broken.breakOff();
        }
        new Connection(bench.manager).carry();

        List<AccessRecord> kept = bench.store.read(unit -> unit.accesses().list(customer, 0, 1000));
        assertEquals(total, kept.size());
        for (int i = 0; i < total; i++) {
            assertEquals(TestBench.START.plusSeconds(i + 1), kept.get(i).at());
            assertEquals(Optional.of(new Holder(serial, 1)), kept.get(i).holder());
        }
        assertEquals(0, door.spool.oldest().events().size());
        assertEquals(
                total,
                bench.store.<Integer>read(
                        unit -> unit.accesses().ofPerson(customer, 1, 0, 1000).size()));
    }

    @Test
    void whatTheReaderLostIsOnTheAuditTrailAndUnknownCredentialsNameNobody() {
        for (int i = 1; i <= 1003; i++) {
            door.event(99, i);
        }
        new Connection(bench.manager).carry();

        List<AccessRecord> kept = bench.store.read(unit -> unit.accesses().list(customer, 0, 2000));
        assertEquals(1000, kept.size());
        assertEquals(Optional.empty(), kept.get(0).holder());
        assertEquals(
                1,
                bench.manager.events().audit(customer, 0, 100).stream()
                        .filter(change -> change.change().kind() == Change.Kind.ACCESS_EVENTS_LOST)
                        .count());
    }

    @Test
    void removedReaderIsCutOff() {
        Connection link = new Connection(bench.manager).carry();
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, 1));

        link.wake();

        assertEquals(Optional.of(LinkEnd.NOT_ADMITTED), link.managersEnd);
        Connection again = new Connection(bench.manager).carry();
        assertEquals(Optional.of(LinkEnd.NOT_ADMITTED), again.managersEnd);
        assertEquals(0, again.fromManager);
    }

    @Test
    void whatANewerLinkOfTheReaderToldIsNotForgottenForTheReportOfAnOlderOne() {
        LinkAccount older = account();
        older.report(report("old"));
        older.count(List.of(1L));
        account().count(List.of(2L));

        older.report(report("new"));

        LinkStatus status = bench.manager.links().status(customer, 0, 10).get(0);
        assertEquals("new", status.software());
        assertEquals(List.of(2L), status.counts());
    }

    private LinkAccount account() {
        return bench.manager
                .links()
                .desk()
                .admit(site.project(), 1)
                .orElseThrow()
                .account();
    }

    private static ReaderReport report(String software) {
        return new ReaderReport(Optional.empty(), 1, 1, software);
    }

    @Test
    @Spec({"LINK-4-18", "LINK-4-19"})
    void configurationThatChangedReachesTheReaderOnceAndIsAudited() {
        Connection link = new Connection(bench.manager).carry();
        assertEquals(0, door.taken.size());
        assertEquals(1, exports());

        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));
        link.wake();
        assertEquals(0, door.taken.size(), "a list alone is no reason");

        rename();
        link.wake();
        link.wake();
        new Connection(bench.manager).carry();

        assertEquals(1, door.taken.size());
        assertEquals("Back door", door.taken.get(0).content().door().name());
        assertEquals(Set.of(Transport.TCP), door.taken.get(0).content().policy().transports());
        assertEquals(2, exports());
    }

    private void rename() {
        bench.manager.readers().edit(TestBench.id(), new EditReader(customer, 1, ReaderDetails.named("Back door")));
        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));
    }

    private long exports() {
        return bench.manager.events().audit(customer, 0, 100).stream()
                .filter(change -> change.change().kind() == Change.Kind.READER_CONFIGURATION_EXPORTED)
                .count();
    }

    /** A reader of the site with everything in memory. */
    private final class Door implements ConfigurationKeeper {
        final List<ReaderArtefact> taken = new ArrayList<>();
        final EventSpool spool = EventSpool.inMemory(1000, () -> Bytes.copyOf(new byte[8]));
        final Reader reader;
        final LinkedReader linked;
        private final long first;

        Door() {
            CryptoSuite crypto = TestBench.PRIMITIVES.suite(Suite.X25519);
            DhKeyPair dh = crypto.generateDhKeyPair();
            SigningKeyPair signing = crypto.generateSigningKeyPair();
            ReaderRequest request = ReaderRequest.make(crypto, dh.publicKey(), signing);
            bench.manager.readers().enroll(TestBench.id(), EnrollReader.of(customer, "Front door", request));
            ReaderArtefact artefact = bench.manager
                    .readers()
                    .exportConfiguration(
                            TestBench.id(), new ExportReaderConfiguration(customer, 1, Set.of(Transport.TCP)));
            first = artefact.revision();
            ReaderPorts ports = ReaderPorts.of(crypto, TestBench.RANDOM).withMemory(ReaderMemory.inMemory());
            reader = artefact.reader(dh, signing, ports, TestBench.START);
            ReaderIdentity identity = new ReaderIdentity(
                    dh,
                    signing,
                    artefact.trust()
                            .verifyReaderCertificateAsIssued(artefact.content().certificate()));
            Bytes managerKey = artefact.content().managerKey().orElseThrow();
            linked = new LinkedReader(reader, identity, crypto, crypto.dhPublicKey(managerKey), spool, this, "test");
        }

        void event(long serial, int seconds) {
            spool.add(new DoorEvent(
                    TestBench.START.plusSeconds(seconds),
                    serial,
                    Optional.empty(),
                    TapPath.COLD,
                    Transport.TCP,
                    Intent.of(Trigger.LIST),
                    Duration.ofMillis(90)));
        }

        @Override
        public long revision() {
            return taken.isEmpty() ? first : taken.get(taken.size() - 1).revision();
        }

        @Override
        public void take(SecretBytes artefact) {
            taken.add(ReaderArtefact.open(artefact, TestBench.PRIMITIVES::suite));
        }
    }

    /** One connection of the door. */
    private final class Connection {
        private final Instant now = TestBench.START;
        private final ReaderLink atReader = door.linked.open(now);
        private final ManagerLink atManager;
        private final Deque<Bytes> toManager = new ArrayDeque<>();
        private final Deque<Bytes> toReader = new ArrayDeque<>();
        private Optional<LinkEnd> managersEnd = Optional.empty();
        private int fromManager;

        Connection(Manager manager) {
            atManager = new ManagerLink(manager.links().desk(), now);
            toManager.add(atReader.hello());
        }

        Connection carry() {
            carry(Integer.MAX_VALUE);
            return this;
        }

        void carry(int most) {
            for (int i = 0; i < most && !(toManager.isEmpty() && toReader.isEmpty()); i++) {
                if (!toManager.isEmpty()) {
                    ofManager(atManager.receive(toManager.removeFirst(), now));
                } else {
                    fromManager++;
                    toManager.addAll(
                            atReader.receive(toReader.removeFirst(), now).messages());
                }
            }
        }

        void wake() {
            ofManager(atManager.woken());
            carry();
        }

        void breakOff() {
            atReader.disconnected();
            atManager.disconnected();
        }

        private void ofManager(LinkStep step) {
            toReader.addAll(step.messages());
            step.end().ifPresent(end -> managersEnd = Optional.of(end));
        }
    }
}
