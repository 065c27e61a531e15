package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Sha256;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.link.ReaderReport;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Receipt.ListInForce;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.RestoreStore;
import io.lintel.sdk.revocation.ReviewReaders;
import io.lintel.sdk.revocation.Revocation.Alarm;
import io.lintel.sdk.revocation.StoreRestored;
import io.lintel.sdk.site.PublishList;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager whose database is put back to a state of two days ago, while readers and phones go on ({@code spec/revocation.md} 9). */
@OnEveryDatabase
class RestoredStoreTest {

    private static final Duration LATER = Duration.ofDays(2);

    private final Database database;
    private TestBench bench;
    private TestBench restored;
    private TestDatabase backup;
    private CustomerId customer;
    private TestReader gate;
    private CheckInPhone phone;
    private CredentialIssued invited;
    private PublishedList proven;
    private long revoked;

    RestoredStoreTest(Database database) {
        this.database = database;
    }

    /** One credential is revoked, and proven to be; one is on a phone; of one the code is open. Then the backup is made. */
    @BeforeEach
    void makeTheBackup(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        gate = new TestReader(bench, customer, 1).configured();
        revoked = CheckInPhone.activate(bench, bench.credential(customer)).serial;
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, revoked));
        proven = newest(bench);
        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        invited = bench.credential(customer);
        CredentialIssued issued = bench.credential(customer);
        bench.store.close();
        backup = bench.database.copy();
        bench = new TestBench(bench.database);
        gate.bench = bench;
        phone = CheckInPhone.activate(bench, issued);
        bench.clock.set(TestBench.START.plus(LATER));
    }

    @AfterEach
    void close() {
        bench.close();
        if (restored == null) {
            backup.drop();
        } else {
            restored.close();
        }
    }

    /** From now on the manager knows what the backup knows. */
    private void putBack() {
        restored = new TestBench(backup);
        restored.clock.set(bench.clock.instant());
        gate.bench = restored;
    }

    private StoreRestored say() {
        return restored.manager.revocations().restored(TestBench.id(), new RestoreStore(customer, Optional.empty()));
    }

    @Test
    @Spec({"LIST-9-1", "LIST-9-3"})
    void listsAndConfigurationsGoOnAboveAllThatReadersMayHave() {
        PublishedList lost = publish(bench);
        gate.configured();
        long revision = gate.revision;
        putBack();

        StoreRestored said = say();

        assertEquals(TestBench.START, said.asOf(), "when the newest change was made that it knows");
        assertEquals(newest(restored).epoch(), said.listEpoch());
        assertTrue(said.listEpoch() > lost.epoch() + (1 << 20) + LATER.toSeconds() - 10, "" + said);
        assertFalse(list(restored).expires().isBefore(list(bench).expires()), "a reader may go by the forgotten one");
        assertTrue(gate.configured().revision > revision);
        assertEquals(said.listEpoch() + 1, publish(restored).epoch());
        assertEquals(List.of(Change.Kind.STORE_RESTORED), kinds(Change.Kind.STORE_RESTORED));
    }

    @Test
    @Spec("LIST-9-5")
    void receiptsOfListsOfBeforeProveNothingAndThoseOfLaterOnesDo() {
        PublishedList lost = publish(bench);
        putBack();
        assertEquals(new Bound.Enforced(), bound(revoked), "as the backup has it");

        say();

        assertInstanceOf(Bound.Until.class, bound(revoked));
        assertEquals(
                Set.of(Alarm.REOPENED),
                restored.manager
                        .revocations()
                        .exposure(customer, revoked)
                        .revocation()
                        .orElseThrow()
                        .alarms());
        assertEquals(Outcome.UNKNOWN_LIST, gate.brings(gate.receipt(proven)), "it may have been set back since");
        assertEquals(Outcome.UNKNOWN_LIST, gate.brings(gate.receipt(lost)));
        assertInstanceOf(Bound.Until.class, bound(revoked));

        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        assertEquals(new Bound.Enforced(), bound(revoked));
        assertTrue(restored.manager
                .revocations()
                .exposure(customer, revoked)
                .revocation()
                .orElseThrow()
                .proven()
                .isPresent());
    }

    @Test
    @Spec("LIST-9-8")
    void whatWasRevokedSinceHasToBeRevokedAgain() {
        RevokeCredential revoke = new RevokeCredential(customer, phone.serial);
        bench.manager.credentials().revoke(TestBench.id(), revoke);
        assertTrue(list(bench).revokes(phone.serial));
        putBack();
        say();
        assertFalse(list(restored).revokes(phone.serial), "it cannot know");
        restored.manager.credentials().revoke(TestBench.id(), revoke);
        assertTrue(list(restored).revokes(phone.serial));
    }

    @Test
    @Spec("LIST-9-4")
    void leasesThatWereSignedAndForgottenAreInTheBound() {
        phone.checkIn(Holding.HELD);
        Instant forgotten = phone.statedLeaseEnd();
        putBack();
        say();

        restored.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));

        Bound.Until until = assertInstanceOf(Bound.Until.class, bound(phone.serial));
        assertFalse(until.at().isBefore(forgotten), until + " and a lease to " + forgotten);
        assertEquals(Reason.LEASE_END, reasonAtGate(phone.serial), "the gate has not been heard of since");
    }

    @Test
    @Spec({"LIST-9-1", "LIST-9-2", "LIST-9-4"})
    void forgottenCredentialsAreRevokedAndTheirSerialsNeverGivenAgain() {
        long forgotten = CheckInPhone.activate(bench, bench.credential(customer)).serial;
        long keys = restoredKeys();

        StoreRestored said = say();

        assertTrue(said.firstSerial() <= forgotten && forgotten <= said.lastSerial());
        assertTrue(list(restored).revoked().toSet().contains(forgotten));
        assertTrue(newest(restored).statement().size() < 1000, "a run of any length is short");
        assertEquals(said.lastSerial() + 1, restored.credential(customer).serial());
        assertEquals(keys + 1, restored.manager.credits().account(customer).mobileKeys());
        gate.confirmsNewest();
        assertInstanceOf(Bound.Until.class, bound(forgotten), "nobody knows its readers");
        assertEquals(
                said.listEpoch(),
                restored.manager
                        .revocations()
                        .exposure(customer, forgotten)
                        .revocation()
                        .orElseThrow()
                        .epoch());
    }

    @Test
    @Spec("LIST-9-1")
    void whatOthersWereToldUnderANumberHasItForGood() {
        long person = bench.person(customer);
        TestReader cellar = new TestReader(bench, customer, 1);
        long accessNumber = bench.credential(customer).accessNumber();
        putBack();

        say();

        assertTrue(restored.person(customer) > person, "somebody else is not " + person);
        assertTrue(new TestReader(restored, customer, 1).number > cellar.number, "nor another door " + cellar.number);
        assertTrue(
                restored.credential(customer).accessNumber() <= accessNumber,
                "those are the panel's: an administrator compares them");
    }

    @Test
    @Spec("LIST-9-7")
    void readersWordMovesListEpochsByABoundedNumber() {
        putBack();
        long known = newest(restored).epoch();
        reports(new ListInForce(known + (1 << 24) + 1, Sha256.digest()));

        long first = say().listEpoch();
        assertTrue(first < known + (1 << 24), "a liar's word: " + first);

        reports(new ListInForce(first + (1 << 24), Sha256.digest()));
        assertTrue(say().listEpoch() > first + (1 << 24));
    }

    /** The gate's word over its link. */
    private void reports(ListInForce list) {
        restored.manager
                .links()
                .desk()
                .admit(restored.manager.sites().get(customer).project(), gate.number)
                .orElseThrow()
                .account()
                .report(new ReaderReport(Optional.of(list), 1, 1, "test"));
    }

    private long restoredKeys() {
        putBack();
        return restored.manager.credits().account(customer).mobileKeys();
    }

    @Test
    @Spec("LIST-9-6")
    void forgottenReaderCountsUntilAllAreKnownAgain() {
        TestReader cellar = new TestReader(bench, customer, 1);
        putBack();
        say();
        gate.confirmsNewest();
        restored.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
        gate.confirmsNewest();

        assertInstanceOf(Bound.Until.class, bound(phone.serial), "reader " + cellar.number + " may have hung up lists");
        assertEquals(
                List.of(ReaderExposure.FORGOTTEN_READER, gate.number),
                restored.manager.revocations().exposure(customer, phone.serial).readers().stream()
                        .map(ReaderExposure::reader)
                        .sorted()
                        .toList());

        restored.manager.revocations().reviewed(TestBench.id(), new ReviewReaders(customer));

        assertEquals(new Bound.Enforced(), bound(phone.serial));
        assertEquals(List.of(Change.Kind.READERS_REVIEWED), kinds(Change.Kind.READERS_REVIEWED));
    }

    @Test
    @Spec("LIST-9-2")
    void codesThatSomebodyMayHaveUsedSinceAreVoid() {
        putBack();

        assertEquals(2, say().voidedCodes());

        ActivationResult.Refused refused = assertInstanceOf(
                ActivationResult.Refused.class,
                restored.phone(Suite.X25519).redeem(restored.manager, invited.activation()));
        assertEquals(ActivationRefusal.UNKNOWN_CODE, refused.reason());
        restored.manager
                .credentials()
                .resendActivation(TestBench.id(), new ResendActivation(customer, invited.serial()));
    }

    @Test
    @Spec("LIST-9-9")
    void readerWithANewerListThanTheManagersSaysThatTheDatabaseWasPutBack() {
        PublishedList lost = publish(bench);
        putBack();
        ListInForce inForce = new ListInForce(lost.epoch(), Sha256.digest(lost.statement()));
        reports(inForce);
        reports(inForce);
        assertEquals(Outcome.UNKNOWN_LIST, gate.brings(gate.receipt(lost)));

        ReaderAhead ahead = new ReaderAhead(customer, gate.number, lost.epoch(), restored.clock.instant());
        assertEquals(List.of(ahead), restored.manager.revocations().ahead(customer));
        assertEquals(List.of(Change.Kind.READER_AHEAD), kinds(Change.Kind.READER_AHEAD), "once");

        say();
        assertEquals(List.of(), restored.manager.revocations().ahead(customer));
    }

    @Test
    @Spec("LIST-9-9")
    void receiptAloneShowsThatAReaderIsAhead() {
        PublishedList lost = publish(bench);
        putBack();

        gate.brings(gate.receipt(lost));

        assertEquals(1, restored.manager.revocations().ahead(customer).size());
        gate.brings(gate.receipt(publish(bench)));
        assertEquals(2, kinds(Change.Kind.READER_AHEAD).size(), "again where it is further ahead");
    }

    @Test
    @Spec("LIST-9-1")
    void databaseThatIsPutBackOnceMoreGoesOnAboveTheFirstTime() {
        bench.store.close();
        TestDatabase older = backup.copy();
        bench = new TestBench(bench.database);
        putBack();
        StoreRestored first = say();
        restored.close();
        backup = older;
        bench.clock.set(bench.clock.instant().plus(LATER));
        putBack();

        StoreRestored second = say();

        assertTrue(second.listEpoch() > first.listEpoch(), first + " " + second);
        assertTrue(second.lastSerial() > first.lastSerial());
    }

    @Test
    void stateIsNotStillToCome() {
        putBack();
        RestoreStore request =
                new RestoreStore(customer, Optional.of(restored.clock.instant().plusSeconds(1)));

        assertThrows(
                ManagerException.Refused.class,
                () -> restored.manager.revocations().restored(TestBench.id(), request));
    }

    private PublishedList publish(TestBench at) {
        at.manager.sites().publishList(TestBench.id(), new PublishList(customer));
        return newest(at);
    }

    private PublishedList newest(TestBench at) {
        return at.manager.revocations().newest(customer);
    }

    private RevocationList list(TestBench at) {
        return at.store
                .<ProjectTrust>read(unit -> ProjectTrust.pin(
                        TestBench.PRIMITIVES.suite(Suite.X25519),
                        unit.sites().foundation(customer).root(),
                        unit.sites().foundation(customer).issuingKeys()))
                .verifyListAsIssued(newest(at).statement())
                .value();
    }

    private Bound bound(long serial) {
        return restored.manager.revocations().exposure(customer, serial).bound();
    }

    private Reason reasonAtGate(long serial) {
        return restored.manager.revocations().exposure(customer, serial).readers().stream()
                .filter(exposure -> exposure.reader() == gate.number)
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private List<Change.Kind> kinds(Change.Kind kind) {
        long newest = restored.store.<Long>read(unit -> unit.journal().newest(customer));
        return restored.store.read(unit -> unit.journal().audit(customer, newest - 200, 1000)).stream()
                .map(recorded -> recorded.change().kind())
                .filter(kind::equals)
                .toList();
    }
}
