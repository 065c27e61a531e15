package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.site.ChooseLists;
import io.lintel.sdk.site.ListScope;
import io.lintel.sdk.site.PublishList;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site with lists for each reader group: who gets which, and what its receipt proves. */
@OnEveryDatabase
class GroupListTest {

    private static final int CELLAR = 1;
    private static final int TOWER = 2;

    private final Database database;
    private final CryptoSuite crypto = TestBench.PRIMITIVES.suite(Suite.X25519);
    private TestBench bench;
    private CustomerId customer;
    private TestReader cellar;
    private TestReader tower;
    private TestReader both;

    GroupListTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        cellar = new TestReader(bench, customer, CELLAR).configured();
        tower = new TestReader(bench, customer, TOWER).configured();
        both = new TestReader(bench, customer, CELLAR, TOWER).configured();
        bench.credential(customer);
        choose(ListScope.GROUPS);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Spec({"LIST-8-1", "TAP-11-24"})
    void eachReaderGetsTheListOfItsOnlyGroupAndReadersOfSeveralTheListForAll() {
        long ofCellar = revoked(CELLAR);
        long ofTower = revoked(TOWER);
        long ofBoth = revoked(CELLAR, TOWER);

        assertEquals(List.of(ofCellar, ofBoth), serials(newest(cellar)));
        assertEquals(List.of(ofTower, ofBoth), serials(newest(tower)));
        assertEquals(List.of(ofCellar, ofTower, ofBoth), serials(newest(both)));
        assertEquals(bench.manager.revocations().newest(customer), newest(both));
        assertEquals(
                List.of(CELLAR, TOWER, 0),
                List.of(cellar, tower, both).stream()
                        .map(reader -> list(newest(reader)).group())
                        .toList());
        assertEquals(newest(both).epoch(), newest(cellar).epoch());
        RevocationList all = list(newest(both));
        RevocationList one = list(newest(cellar));
        assertEquals(
                List.of(all.issued(), all.expires(), all.baseSerial()),
                List.of(one.issued(), one.expires(), one.baseSerial()));
    }

    @Test
    @Spec("LIST-8-2")
    void configurationBringsTheListOfTheGroup() {
        revoked(TOWER);

        assertEquals(newest(cellar).statement(), cellar.listOfItsConfiguration());
        assertEquals(newest(both).statement(), both.listOfItsConfiguration());
    }

    @Test
    void receiptOfAGroupsListProvesWhatThatListNames() {
        long ofCellar = revoked(CELLAR);
        assertEquals(Outcome.TAKEN, cellar.brings(cellar.receipt(newest(cellar))));
        assertEquals(Outcome.TAKEN, both.brings(both.receipt(newest(both))));
        assertEquals(new Bound.Enforced(), bound(ofCellar), "the tower's reader never opened for it");

        long ofTower = revoked(TOWER);
        both.brings(both.receipt(newest(both)));
        assertEquals(
                Outcome.TAKEN, tower.brings(tower.receipt(newest(cellar))), "as a reader would that was led astray");
        assertNotEquals(new Bound.Enforced(), bound(ofTower), "the cellar's list does not name it");
        assertEquals(
                0,
                bench.manager.revocations().coverage(customer).readers().stream()
                        .filter(reader -> reader.reader() == tower.number && reader.enforces())
                        .count());

        assertEquals(Outcome.TAKEN, tower.brings(tower.receipt(newest(tower))));
        assertEquals(new Bound.Enforced(), bound(ofTower));
    }

    @Test
    @Spec("LIST-8-3")
    void readerThatWasEverOfAnotherGroupTakesTheListForAll() {
        long ofCellar = revoked(CELLAR);
        cellar.brings(cellar.receipt(newest(cellar)));
        both.brings(both.receipt(newest(both)));
        assertEquals(new Bound.Enforced(), bound(ofCellar));

        move(cellar, TOWER);
        long ofBoth = revoked(CELLAR, TOWER);

        assertEquals(bench.manager.revocations().newest(customer), newest(cellar));
        assertEquals(new Bound.Enforced(), bound(ofCellar), "what was proven stays proven");
        assertEquals(Reason.LEASE_END, reason(ofBoth, cellar));
        cellar.brings(cellar.receipt(newest(cellar)));
        assertEquals(Reason.RECEIPT, reason(ofBoth, cellar));
    }

    @Test
    void deltasLeadFromAnyKeptListToTheReadersOwn() {
        revoked(CELLAR);
        revoked(TOWER);
        Signed<RevocationList> before = verified(newest(cellar));
        Signed<RevocationList> forAll = verified(newest(both));
        revoked(CELLAR);
        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));

        for (Signed<RevocationList> base : List.of(before, forAll)) {
            ListDelta delta = ListDelta.between(base, verified(newest(cellar)));
            assertEquals(newest(cellar).statement(), delta.applyTo(base));
        }
        assertTrue(bench.store
                .read(unit -> unit.revocationLists().find(customer, before.fingerprint()))
                .isPresent());
    }

    @Test
    void listsOfGroupsAreDroppedWithThoseForAllAndTheirReceiptsStillCount() {
        PublishedList first = newest(cellar);
        for (int i = 0; i < 9; i++) {
            bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));
        }

        assertEquals(
                Optional.empty(),
                bench.store.read(unit -> unit.revocationLists().find(customer, first.epoch(), CELLAR)));
        assertEquals(Outcome.TAKEN, cellar.brings(cellar.receipt(first)));
    }

    @Test
    @Spec("LIST-8-8")
    void listsOfGroupsAreForgottenWhenNoReaderOpensAnythingByThem() {
        long serial = revoked(CELLAR);
        PublishedList old = newest(cellar);
        int rows = rows();
        Instant expires = list(old).expires();
        bench.clock.set(expires.plus(Duration.ofDays(119)));
        PublishedList fresh = publish();
        assertTrue(rows() > rows, "none is forgotten yet");
        assertEquals(Outcome.TAKEN, cellar.brings(cellar.receipt(fresh)));
        assertEquals(Reason.RECEIPT, reason(serial, cellar));

        bench.clock.set(expires.plus(Duration.ofDays(120)));
        publish();
        assertEquals(4, rows(), "two groups, two lists");
        assertEquals(Outcome.SET_BACK, cellar.brings(cellar.receipt(old)), "what it says of its reader counts");
        assertEquals(Reason.LEASE_END, reason(serial, cellar));
        assertEquals(Outcome.UNKNOWN_LIST, both.brings(both.receipt(old)));
    }

    private PublishedList publish() {
        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));
        return newest(cellar);
    }

    private int rows() {
        try (Connection connection = bench.database.connect();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("SELECT count(*) FROM group_list")) {
            count.next();
            return count.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void siteGoesBackToOneList() {
        long serial = revoked(CELLAR);
        cellar.brings(cellar.receipt(newest(cellar)));
        choose(ListScope.SITE);

        assertEquals(ListScope.SITE, bench.manager.sites().listScope(customer));
        assertEquals(bench.manager.revocations().newest(customer), newest(cellar));
        assertEquals(Reason.RECEIPT, reason(serial, cellar));
    }

    private void choose(ListScope scope) {
        PublishedList published = bench.manager.sites().chooseLists(TestBench.id(), new ChooseLists(customer, scope));
        assertEquals(bench.manager.revocations().newest(customer), published);
    }

    private long revoked(Integer... groups) {
        IssueCredential request = new IssueCredential(
                customer,
                bench.person(customer),
                "Phone",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(groups),
                Technology.NONE);
        CheckInPhone phone =
                CheckInPhone.activate(bench, bench.manager.credentials().issue(TestBench.id(), request));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
        return phone.serial;
    }

    private void move(TestReader reader, int group) {
        ReaderDetails before = ReaderDetails.named("Gate");
        ReaderDetails moved = new ReaderDetails(
                before.name(),
                before.readerId(),
                before.mac(),
                Set.of(group),
                before.technology(),
                before.identificationFromApp(),
                before.oneTap(),
                before.signalPercent(),
                before.oneTapPercent());
        bench.manager.readers().edit(TestBench.id(), new EditReader(customer, reader.number, moved));
        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));
    }

    private PublishedList newest(TestReader reader) {
        return bench.manager.revocations().newest(customer, reader.number);
    }

    private Signed<RevocationList> verified(PublishedList list) {
        return bench.store
                .<ProjectTrust>read(unit -> ProjectTrust.pin(
                        crypto,
                        unit.sites().foundation(customer).root(),
                        unit.sites().foundation(customer).issuingKeys()))
                .verifyListAsIssued(list.statement());
    }

    private RevocationList list(PublishedList list) {
        return verified(list).value();
    }

    private List<Long> serials(PublishedList list) {
        return list(list).revoked().toSet().stream().boxed().toList();
    }

    private Bound bound(long serial) {
        return bench.manager.revocations().exposure(customer, serial).bound();
    }

    private Reason reason(long serial, TestReader reader) {
        return bench.manager.revocations().exposure(customer, serial).readers().stream()
                .filter(exposure -> exposure.reader() == reader.number)
                .findFirst()
                .orElseThrow()
                .reason();
    }
}
