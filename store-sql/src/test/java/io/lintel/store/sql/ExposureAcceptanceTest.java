package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.ListHead;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.CompromiseReader;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Coverage;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReaderExposure.Reason;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.Revocation.Alarm;
import io.lintel.sdk.revocation.RevocationStage;
import io.lintel.sdk.revocation.RevocationsTended;
import io.lintel.sdk.revocation.TendRevocations;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.PublishList;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.nio.file.Path;
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

/** From a revocation to its proof: what readers said, what that is worth, and what it brings back. */
@OnEveryDatabase
class ExposureAcceptanceTest {

    private static final Duration LEASE = Duration.ofDays(3);
    private static final Duration LAG = Duration.ofMinutes(10);

    private final Database database;
    private final CryptoSuite crypto = TestBench.PRIMITIVES.suite(Suite.X25519);
    private TestBench bench;
    private CustomerId customer;

    ExposureAcceptanceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"REV-13", "CRD-23"})
    void creditComesBackWhenTheLastReaderGaveItsReceipt() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        TestReader door = new TestReader(bench, customer, 1, 2).configured();
        TestReader elsewhere = new TestReader(bench, customer, 2);
        long serial = revoked();

        CredentialExposure open = exposure(serial);
        assertEquals(RevocationStage.PENDING, open.stage());
        assertEquals(new Bound.Until(TestBench.START.plus(LEASE).plus(LAG)), open.bound());
        assertEquals(
                List.of(gate.number, door.number),
                open.readers().stream().map(ReaderExposure::reader).toList());
        assertTrue(elsewhere.number > 0);

        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        assertEquals(open.bound(), exposure(serial).bound(), "one reader is left");
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));

        assertEquals(Outcome.TAKEN, door.confirmsNewest());
        assertEquals(new Bound.Enforced(), exposure(serial).bound());
        assertEquals(RevocationStage.ENFORCED, exposure(serial).stage());
        assertEquals(CredentialState.REVOKED, state(serial));
        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
    }

    @Test
    void receiptOfAnEarlierListProvesNothingAndOneOfAnUnknownListIsRefused() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        PublishedList before = bench.manager.revocations().newest(customer);
        long serial = revoked();

        assertEquals(Outcome.TAKEN, gate.brings(gate.receipt(before)));
        assertEquals(CredentialState.REVOKE_PENDING, state(serial));
        Receipt.ListInForce invented = new Receipt.ListInForce(2, Bytes.ofHex("00".repeat(32)));
        assertEquals(Outcome.UNKNOWN_LIST, gate.brings(gate.receipt(Optional.of(invented), 8)));
        assertEquals(
                Outcome.UNKNOWN_LIST,
                gate.brings(gate.receipt(Optional.of(new Receipt.ListInForce(99, Bytes.ofHex("00".repeat(32)))), 9)));
        assertEquals(CredentialState.REVOKE_PENDING, state(serial));
    }

    @Test
    void receiptCountsOnceAndByItsReadersSignatureAlone() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        CustomerId other = bench.site().site().customer();
        TestReader strange = new TestReader(bench, other, 1);
        Bytes first = gate.receipt(bench.manager.revocations().newest(customer));
        Bytes second = gate.receipt(bench.manager.revocations().newest(customer));
        byte[] forged = second.toByteArray();
        forged[forged.length - 1] ^= 1;

        assertEquals(Outcome.TAKEN, gate.brings(second));
        assertEquals(Outcome.NOT_NEWER, gate.brings(second));
        assertEquals(Outcome.NOT_NEWER, gate.brings(first));
        assertEquals(Outcome.NOT_AUTHENTIC, gate.brings(Bytes.copyOf(forged)));
        assertEquals(Outcome.NOT_AUTHENTIC, gate.brings(Bytes.ofHex("00")));
        assertEquals(
                Outcome.NOT_AUTHENTIC,
                gate.brings(strange.receipt(bench.manager.revocations().newest(other))));
    }

    @Test
    @Spec("LIST-7-7")
    void compromisedReadersReceiptSaysNothing() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        bench.manager.readers().reportCompromised(TestBench.id(), new CompromiseReader(customer, gate.number));

        assertEquals(Outcome.NOT_AUTHENTIC, gate.confirmsNewest());
    }

    @Test
    void readerThatWasRemovedCountsUntilItsReceiptComes() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        long serial = revoked();
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, gate.number));

        assertEquals(
                new Bound.Until(TestBench.START.plus(LEASE).plus(LAG)),
                exposure(serial).bound());
        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        assertEquals(new Bound.Enforced(), exposure(serial).bound());
    }

    @Test
    void readerThatIsEnrolledAfterTheListHasNeverHadAnOlderOne() {
        long serial = revoked();
        TestReader gate = new TestReader(bench, customer, 1);

        CredentialExposure exposure = exposure(serial);
        assertEquals(new Bound.Enforced(), exposure.bound());
        assertEquals(Reason.CERTIFIED_LATER, exposure.readers().get(0).reason());
        assertEquals(gate.number, exposure.readers().get(0).reader());
    }

    @Test
    @Spec({"LIST-4-4", "LIST-7-9"})
    void readerThatIsEnrolledAgainWithAnOlderFileReopensWhatItsOldKeysHadProven() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        PublishedList before = bench.manager.revocations().newest(customer);
        long serial = revoked();
        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, gate.number));

        TestReader again = new TestReader(bench, customer, 1).configured();
        assertEquals(new Bound.Enforced(), exposure(serial).bound(), "it was given the newest list");
        assertEquals(Outcome.TAKEN, again.brings(again.receipt(before)), "and did not take it");

        assertEquals(
                new Bound.Until(TestBench.START.plus(LEASE).plus(LAG)),
                exposure(serial).bound());
        assertEquals(
                Set.of(Alarm.REOPENED),
                exposure(serial).revocation().orElseThrow().alarms());
        assertEquals(Outcome.TAKEN, again.confirmsNewest());
        assertEquals(new Bound.Enforced(), exposure(serial).bound());
    }

    @Test
    @Requirement("CRD-23")
    void creditComesBackWhenTheBoundHasPassedAndNotASecondEarlier() {
        new TestReader(bench, customer, 1);
        long serial = revoked();
        Instant end = TestBench.START.plus(LEASE).plus(LAG);

        bench.clock.set(end.minusSeconds(1));
        assertEquals(0, tend().enforced());
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));
        bench.clock.set(end);
        assertEquals(1, tend().enforced());
        assertEquals(CredentialState.REVOKED, state(serial));
        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
        assertEquals(0, tend().enforced());
    }

    @Test
    @Spec("LIST-7-8")
    void latestLeaseThatWasEverSignedCountsAlsoWhenItsStatementIsDropped() {
        new TestReader(bench, customer, 1);
        CheckInPhone phone = CheckInPhone.activate(bench, bench.credential(customer));
        bench.clock.set(TestBench.START.plus(Duration.ofHours(40)));
        phone.checkIn(Holding.HELD);
        Instant latest = phone.statedLeaseEnd();
        assertTrue(latest.isAfter(TestBench.START.plus(LEASE)));

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));

        assertEquals(new Bound.Until(latest.plus(LAG)), exposure(phone.serial).bound());
    }

    @Test
    void leaseWithoutEndIsUnboundedUntilTheReadersAnswer() {
        customer = site(profile("lintel").replace("\"lease\" : \"PT72H\",", ""));
        TestReader gate = new TestReader(bench, customer, 1).configured();
        long serial = revoked();

        assertEquals(new Bound.Unbounded(), exposure(serial).bound());
        assertEquals(Reason.NO_TERM, exposure(serial).readers().get(0).reason());

        gate.brings(gate.receipt(Optional.empty(), 1));
        ReaderExposure known = exposure(serial).readers().get(0);
        assertEquals(Reason.LIST_TOO_OLD, known.reason(), "now it is known to deny old lists");
        assertEquals(new Bound.Until(TestBench.START.plus(Duration.ofDays(30)).plus(LAG)), known.bound());
    }

    @Test
    @Requirement("REV-15")
    void phonesWordShortensNoBound() {
        new TestReader(bench, customer, 1);
        CheckInPhone phone = CheckInPhone.activate(bench, bench.credential(customer));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
        Bound before = exposure(phone.serial).bound();

        phone.checkIn(Holding.DELETED_AS_TOLD);

        assertEquals(before, exposure(phone.serial).bound());
        assertEquals(RevocationStage.CONFIRMED_BY_PHONE, exposure(phone.serial).stage());
    }

    @Test
    @Requirement("CRD-22")
    void lostWhilePendingForfeitsAlsoWhenItIsProvenLater() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        long serial = revoked();
        bench.manager.credentials().markLost(TestBench.id(), new MarkCredentialLost(customer, serial, true));
        assertEquals(RevocationStage.LOST, exposure(serial).stage());

        gate.confirmsNewest();

        assertEquals(RevocationStage.ENFORCED, exposure(serial).stage());
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));
    }

    @Test
    void creditOfWhatWentWithItsDeviceComesBackWhenItIsProven() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        CredentialIssued issued = bench.credential(customer);
        CheckInPhone.activate(bench, issued);
        bench.manager.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, issued.device()));
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));

        gate.confirmsNewest();

        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
        assertEquals(CredentialState.DELETED, state(issued.serial()));
    }

    @Test
    void alarmIsRaisedOncePerCause() {
        customer = site(profile("lintel").replace("\"lease\" : \"PT72H\",", ""));
        TestReader gate = new TestReader(bench, customer, 1).configured();
        long serial = revoked();

        assertTrue(bench.manager.revocations().isTendingDue(customer));
        assertEquals(1, tend().alarms());
        assertFalse(bench.manager.revocations().isTendingDue(customer));
        assertEquals(0, tend().alarms());
        gate.brings(gate.receipt(Optional.empty(), 1));

        assertEquals(
                Set.of(Alarm.UNBOUNDED, Alarm.BEYOND_LIMIT),
                exposure(serial).revocation().orElseThrow().alarms());
        assertEquals(2, changes(Change.Kind.EXPOSURE_ALARM));
    }

    @Test
    void exposureWithoutEndIsAnAlarmForASiteThatStatesALeaseAndNoLimit() {
        customer = site(withoutLimit(withoutClocks(profile("lintel"))));
        new TestReader(bench, customer, 1);
        long serial = revoked();

        assertEquals(Reason.UNKNOWN_LAG, exposure(serial).readers().get(0).reason());
        assertEquals(1, tend().alarms());
        assertEquals(
                Set.of(Alarm.UNBOUNDED),
                exposure(serial).revocation().orElseThrow().alarms());
    }

    @Test
    void exposureWithoutEndIsNoAlarmForASiteThatStatesNone() {
        customer = site(withoutLimit(profile("lintel")).replace("\"lease\" : \"PT72H\",", ""));
        new TestReader(bench, customer, 1);
        long serial = revoked();

        assertEquals(new Bound.Unbounded(), exposure(serial).bound());
        assertFalse(bench.manager.revocations().isTendingDue(customer));
        assertEquals(0, tend().alarms());
    }

    private static String withoutLimit(String profile) {
        return profile.replaceFirst(",\\s*\"exposureLimit\" : \"PT96H\"", "");
    }

    private static String withoutClocks(String profile) {
        return profile.replaceFirst("(\"worstLag\" : \"PT10M\",\\s*\"without\" : )\"DENY\"", "$1\"ALLOW\"");
    }

    @Test
    @Spec("LIST-8-6")
    void listIsRenewedAtHalfOfItsValidity() {
        bench.clock.set(TestBench.START.plus(Duration.ofDays(15)).minusSeconds(1));
        assertEquals(OptionalLong.empty(), tend().published());
        bench.clock.set(TestBench.START.plus(Duration.ofDays(15)));
        assertEquals(OptionalLong.of(2), tend().published());
        assertEquals(OptionalLong.empty(), tend().published());
    }

    @Test
    @Spec({"TAP-13-32", "TAP-13-33"})
    void phoneGetsTheDifferenceAndTheHeadAndBringsReceipts() {
        addOld(2_000);
        TestReader gate = new TestReader(bench, customer, 1).configured();
        CheckInPhone phone = CheckInPhone.activate(bench, bench.credential(customer));
        Signed<RevocationList> before = verified(bench.manager.revocations().newest(customer), phone.trust);
        phone.hasList(before.value().listEpoch());
        long revoked = revoked();

        CheckInAnswer answer = phone.checkIn(phone.brings(List.of(Bytes.ofHex("00"), gate.receipt(newest()))));

        ListDelta delta = ListDelta.parse(answer.list().delta().orElseThrow());
        assertEquals(newest().statement(), delta.applyTo(before));
        Signed<ListHead> head = phone.trust.verifyListHead(answer.list().head().orElseThrow(), bench.clock.instant());
        assertEquals(ChunkTable.head(verified(newest(), phone.trust)), head.value());
        assertEquals(RevocationStage.ENFORCED, exposure(revoked).stage());
    }

    @Test
    @Spec("LIST-8-7")
    void deltaIsMadeFromTheLastEightListsAndNoOthers() {
        addOld(2_000);
        for (int i = 0; i < 10; i++) {
            bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));
        }
        long newest = newest().epoch();

        assertTrue(bench.manager.revocations().delta(customer, newest - 1).isPresent());
        assertTrue(bench.manager.revocations().delta(customer, newest - 7).isPresent());
        assertTrue(bench.manager.revocations().delta(customer, newest - 8).isEmpty());
        assertTrue(bench.manager.revocations().delta(customer, newest).isEmpty());
        assertTrue(bench.manager
                .revocations()
                .delta(customer, crypto.sha256(newest().statement()))
                .isEmpty());
    }

    @Test
    @Spec({"LIST-8-4", "LIST-8-5"})
    void whatHasEndedLeavesTheListByItsNumber() {
        long first = bench.credential(customer).serial();
        long second = bench.credential(customer).serial();
        long third = bench.credential(customer).serial();
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, second));
        assertEquals(List.of(first, 1L), baseAndSize());

        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, first));
        assertEquals(List.of(third, 0L), baseAndSize());
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, third));
        assertEquals(List.of(third + 1, 0L), baseAndSize());

        long fourth = bench.credential(customer).serial();
        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));
        assertEquals(List.of(fourth, 0L), baseAndSize());
    }

    @Test
    void coverageNamesWhoEnforcesAListSinceWhenAndWhoMayNot() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        TestReader door = new TestReader(bench, customer, 1).configured();
        revoked();
        long epoch = newest().epoch();
        bench.clock.set(TestBench.START.plusSeconds(60));
        gate.confirmsNewest();
        bench.clock.set(TestBench.START.plusSeconds(120));
        gate.confirmsNewest();

        Coverage coverage = bench.manager.revocations().coverage(customer);

        assertEquals(epoch, coverage.epoch());
        assertEquals(1, coverage.enforcing());
        assertEquals(
                Optional.of(TestBench.START.plusSeconds(60)),
                coverage.readers().get(0).since());
        assertEquals(2, coverage.readers().get(0).receipt().orElseThrow().number());
        assertEquals(door.number, coverage.readers().get(1).reader());
        assertEquals(Optional.empty(), coverage.readers().get(1).since());
        assertEquals(
                new Bound.Until(TestBench.START.plus(LEASE).plus(LAG)),
                coverage.readers().get(1).openUntil());
    }

    @Test
    void laterListNeverExpiresBeforeAnEarlierOne() {
        bench.clock.set(Instant.parse("2027-01-28T23:00:00Z"));
        customer =
                site(profile("lintel").replaceFirst("\"listValidity\"\\s*:\\s*\"P30D\"", "\"listValidity\":\"P1M\""));
        ProjectTrust trust = trust();
        RevocationList first = verified(newest(), trust).value();

        bench.clock.set(Instant.parse("2027-01-31T01:00:00Z"));
        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));

        RevocationList second = verified(newest(), trust).value();
        assertEquals(Instant.parse("2027-02-28T23:00:00Z"), first.expires());
        assertEquals(first.expires(), second.expires());
    }

    @Test
    void listThatNobodyConfirmedIsEnforcedByNoReaderAlthoughNothingWasRevokedSince() {
        TestReader gate = new TestReader(bench, customer, 1).configured();
        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));

        Coverage coverage = bench.manager.revocations().coverage(customer);
        assertEquals(0, coverage.enforcing());
        assertEquals(new Bound.Enforced(), coverage.readers().get(0).openUntil());

        assertEquals(Outcome.TAKEN, gate.confirmsNewest());
        assertEquals(1, bench.manager.revocations().coverage(customer).enforcing());
    }

    @Test
    void compromisedReaderMayHaveUndoneTheListOfItsFirstDay() {
        long serial = revoked();
        TestReader gate = new TestReader(bench, customer, 1);
        assertEquals(new Bound.Enforced(), exposure(serial).bound());

        bench.manager.readers().reportCompromised(TestBench.id(), new CompromiseReader(customer, gate.number));

        assertFalse(exposure(serial).bound() instanceof Bound.Enforced);
    }

    private long revoked() {
        CheckInPhone phone = CheckInPhone.activate(bench, bench.credential(customer));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
        return phone.serial;
    }

    private CustomerId site(String json) {
        return bench.manager
                .sites()
                .create(
                        TestBench.id(),
                        new CreateSite("Depot", Suite.X25519, Profiles.parse(json), DistributorId.OPERATOR))
                .site()
                .customer();
    }

    /** Credentials of long ago, some of them revoked, so that a list takes more than a few octets. */
    private void addOld(int credentials) {
        long person = bench.person(customer);
        bench.store.write(unit -> {
            long device = unit.counters().next(customer, Counter.DEVICE);
            unit.people()
                    .addDevice(new Device(customer, device, person, "Phone", Device.Status.ACTIVE, TestBench.START));
            for (int i = 0; i < credentials; i++) {
                long serial = unit.counters().next(customer, Counter.SERIAL);
                CredentialState state =
                        serial * serial * 31 % 101 > 50 ? CredentialState.REVOKED : CredentialState.CREATED;
                IssuedCredential.Terms terms =
                        new IssuedCredential.Terms(TestBench.START, Optional.empty(), Set.of(1), Technology.NONE);
                unit.credentials()
                        .add(new IssuedCredential(
                                customer,
                                serial,
                                serial,
                                person,
                                device,
                                terms,
                                state,
                                IssuedCredential.NO_ACTIVATION,
                                TestBench.START,
                                TestBench.START));
            }
            return true;
        });
        bench.manager.sites().publishList(TestBench.id(), new PublishList(customer));
    }

    private static String profile(String name) {
        return Profiles.print(Profiles.builtIn(name));
    }

    private RevocationsTended tend() {
        return bench.manager.revocations().tend(TestBench.id(), new TendRevocations(customer));
    }

    private CredentialExposure exposure(long serial) {
        return bench.manager.revocations().exposure(customer, serial);
    }

    private PublishedList newest() {
        return bench.manager.revocations().newest(customer);
    }

    private static Signed<RevocationList> verified(PublishedList list, ProjectTrust trust) {
        return trust.verifyListAsIssued(list.statement());
    }

    private ProjectTrust trust() {
        return bench.store.read(unit -> ProjectTrust.pin(
                crypto,
                unit.sites().foundation(customer).root(),
                unit.sites().foundation(customer).issuingKeys()));
    }

    private List<Long> baseAndSize() {
        RevocationList list = verified(newest(), trust()).value();
        return List.of(list.baseSerial(), list.revoked().size());
    }

    private CredentialState state(long serial) {
        return bench.manager.credentials().get(customer, serial).state();
    }

    private long changes(Change.Kind kind) {
        return bench.store.read(unit -> unit.journal().audit(customer, 0, 1000)).stream()
                .filter(recorded -> recorded.change().kind() == kind)
                .count();
    }
}
