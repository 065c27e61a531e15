package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.RestoreCredential;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.person.RemovePerson;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The acceptance list's items 6 to 11: codes, statuses, restoration, loss and new phones (requirements 26). */
@OnEveryDatabase
class CredentialAcceptanceTest {

    private final Database database;
    private TestBench bench;

    CredentialAcceptanceTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @CsvSource({
        "2021-03-07T21:24:00Z, 2021-04-07T21:24:00Z",
        "2021-01-31T10:00:00Z, 2021-02-28T10:00:00Z",
        "2024-01-31T10:00:00Z, 2024-02-29T10:00:00Z"
    })
    @Requirement({"ACT-05", "ACT-06"})
    void item06CodeLivesACalendarMonth(Instant created, Instant expires) {
        bench.clock.set(created);
        CustomerId customer = site("imaporter");

        assertEquals(expires, bench.credential(customer).activation().expires());
    }

    @Test
    @Requirement({"ACT-05", "ACT-08", "DEV-01"})
    void item07CodeIsRedeemedOnceAndOnOneDevice() {
        CredentialIssued issued = bench.credential(site("imaporter"));
        Phone phone = bench.phone(Suite.X25519);
        ActivationTest.granted(phone.redeem(bench.manager, issued.activation()));

        for (Phone other : List.of(bench.phone(Suite.X25519), bench.phone(Suite.X25519))) {
            assertEquals(
                    ActivationRefusal.ALREADY_USED,
                    assertInstanceOf(ActivationResult.Refused.class, other.redeem(bench.manager, issued.activation()))
                            .reason());
        }
    }

    @Test
    @Requirement({"DEV-11", "DEV-12", "DEV-15", "DEV-16", "USR-08", "REV-11", "ACC-04"})
    @Spec("TAP-13-28")
    void item08SixStatusTriplesAreReachableAndNoOther() {
        CustomerId customer = site("imaporter");
        credit(customer, 20);
        Set<String> seen = new LinkedHashSet<>();

        CredentialIssued waiting = bench.credential(customer);
        seen.add(triple(customer, waiting.serial()));
        assertEquals(
                CredentialStatus.Mark.WAITING,
                bench.manager.credentials().status(customer, waiting.serial()).mark());
        bench.clock.set(TestBench.START.plus(Duration.ofDays(40)));
        seen.add(triple(customer, waiting.serial()));

        CredentialIssued used = bench.credential(customer);
        CheckInPhone phone = CheckInPhone.activate(bench, used);
        assertEquals(CredentialState.REDEEMED, state(customer, used.serial()));
        seen.add(triple(customer, used.serial()));
        phone.checkIn(Holding.HELD);
        assertEquals(CredentialState.ACTIVE, state(customer, used.serial()));
        assertEquals(
                CredentialStatus.Mark.NONE,
                bench.manager.credentials().status(customer, used.serial()).mark());
        seen.add(triple(customer, used.serial()));
        revoke(customer, used.serial());
        seen.add(triple(customer, used.serial()));
        phone.checkIn(Holding.DELETED_AS_TOLD);
        seen.add(triple(customer, used.serial()));

        CredentialIssued byUser = active(customer);
        bench.manager
                .as(new Principal.EndUser(customer, byUser.serial()))
                .credentials()
                .revoke(TestBench.id(), new RevokeCredential(customer, byUser.serial()));
        seen.add(triple(customer, byUser.serial()));

        CredentialIssued onOldPhone = active(customer);
        bench.manager.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, onOldPhone.device()));
        seen.add(triple(customer, onOldPhone.serial()));

        CredentialIssued ofLeaver = active(customer);
        long leaver =
                bench.manager.credentials().get(customer, ofLeaver.serial()).person();
        bench.manager.people().remove(TestBench.id(), new RemovePerson(customer, leaver));
        seen.add(triple(customer, ofLeaver.serial()));

        assertEquals(
                Set.of(
                        "Active / Unauthenticated / Waiting for user activation",
                        "Active / Active / Active",
                        "Active / Active / Deleted by admin",
                        "Active / Active / Deleted by user",
                        "Active / Deleted / Deleted by admin",
                        "Deleted / Deleted / Deleted"),
                seen);
    }

    @Test
    @Requirement({"CRD-14", "REV-12", "USR-09", "CRD-16"})
    void item09RestorationCostsACreditAndAPersonIsNeverRestored() {
        CustomerId customer = site("imaporter");
        CredentialIssued byAdmin = active(customer);
        revoke(customer, byAdmin.serial());
        CredentialIssued again =
                bench.manager.credentials().restore(TestBench.id(), new RestoreCredential(customer, byAdmin.serial()));
        assertEquals(new Buckets(0, 3), again.balance());
        assertEquals(byAdmin.accessNumber(), again.accessNumber());
        assertEquals(byAdmin.device(), again.device());
        assertTrue(again.serial() > byAdmin.serial(), "a serial on the list never comes off it");

        CredentialIssued byUser = active(customer);
        bench.manager
                .as(new Principal.EndUser(customer, byUser.serial()))
                .credentials()
                .revoke(TestBench.id(), new RevokeCredential(customer, byUser.serial()));
        assertEquals(
                new Buckets(0, 1),
                bench.manager
                        .credentials()
                        .restore(TestBench.id(), new RestoreCredential(customer, byUser.serial()))
                        .balance());

        long person = bench.manager.credentials().get(customer, byUser.serial()).person();
        bench.manager.people().remove(TestBench.id(), new RemovePerson(customer, person));
        refused(
                ErrorCode.PERSON_REMOVED,
                () -> bench.manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "Phone")));
        refused(
                ErrorCode.PERSON_REMOVED,
                () -> bench.manager
                        .credentials()
                        .restore(TestBench.id(), new RestoreCredential(customer, byUser.serial())));
        assertEquals(new Buckets(0, 1), bench.manager.credits().balance(customer));
    }

    @Test
    @Requirement({"REV-02", "REV-05", "REV-06", "REV-09", "REV-10", "CRD-22", "CRD-23", "DEV-20", "SYN-03"})
    void item10LossForfeitsOnlyWhileTheRevocationIsPending() {
        CustomerId customer = site("stid-blue");
        credit(customer, 15);
        CredentialIssued first = blue(customer);
        CheckInPhone phone = CheckInPhone.activate(bench, first);
        revoke(customer, first.serial());
        assertEquals(
                "Pending Revoke",
                bench.manager.credentials().status(customer, first.serial()).credential());
        refused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> bench.manager
                        .credentials()
                        .delete(TestBench.id(), new DeleteCredential(customer, first.serial())));
        phone.checkIn(Holding.DELETED_AS_TOLD);
        assertEquals(
                "Revoked",
                bench.manager.credentials().status(customer, first.serial()).credential());
        assertEquals(new Buckets(15, 0), bench.manager.credits().balance(customer));
        assertEquals(
                0,
                bench.manager
                        .credentials()
                        .markLost(TestBench.id(), new MarkCredentialLost(customer, first.serial(), false))
                        .lostCredit());
        assertEquals(
                "Lost",
                bench.manager.credentials().status(customer, first.serial()).credential());

        CredentialIssued second = blue(customer);
        CheckInPhone.activate(bench, second);
        revoke(customer, second.serial());
        refused(
                ErrorCode.CONFIRMATION_REQUIRED,
                () -> bench.manager
                        .credentials()
                        .markLost(TestBench.id(), new MarkCredentialLost(customer, second.serial(), false)));
        assertEquals(
                5,
                bench.manager
                        .credentials()
                        .markLost(TestBench.id(), new MarkCredentialLost(customer, second.serial(), true))
                        .lostCredit());
        assertEquals(new Buckets(10, 0), bench.manager.credits().balance(customer));
    }

    @Test
    @Requirement({"REV-10", "REV-05"})
    void deletedCredentialLeavesNothingButItsSerialOnTheList() {
        CustomerId customer = site("stid-blue");
        credit(customer, 5);
        CredentialIssued issued = blue(customer);
        CheckInPhone phone = CheckInPhone.activate(bench, issued);
        revoke(customer, issued.serial());
        phone.checkIn(Holding.DELETED_AS_TOLD);

        bench.manager.credentials().delete(TestBench.id(), new DeleteCredential(customer, issued.serial()));

        refused(ErrorCode.NOT_FOUND, () -> bench.manager.credentials().get(customer, issued.serial()));
        assertTrue(bench.store
                .read(unit -> unit.credentials().revokedSerials(customer, 1))
                .contains(issued.serial()));
    }

    @Test
    @Requirement({"PHN-01", "PHN-04", "CRD-15"})
    void item11NewPhoneAtImporter() {
        CustomerId customer = site("imaporter");
        CredentialIssued old = active(customer);
        long person = bench.manager.credentials().get(customer, old.serial()).person();

        bench.manager.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, old.device()));
        CredentialIssued fresh =
                bench.manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "New phone"));
        assertEquals(new Buckets(0, 3), fresh.balance());
        refused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> bench.manager
                        .credentials()
                        .restore(TestBench.id(), new RestoreCredential(customer, old.serial())));

        revoke(customer, fresh.serial());
        CredentialIssued sameDevice =
                bench.manager.credentials().restore(TestBench.id(), new RestoreCredential(customer, fresh.serial()));
        assertEquals(fresh.device(), sameDevice.device());
        assertEquals(new Buckets(0, 2), sameDevice.balance());
    }

    @Test
    @Requirement({"PHN-02", "PHN-03", "REV-08"})
    void item11NewPhoneAtUnityIsFollowsRevocationOrLoss() {
        CustomerId customer = site("stid-blue");
        credit(customer, 10);
        CredentialIssued old = blue(customer);
        long person = bench.manager.credentials().get(customer, old.serial()).person();
        CheckInPhone phone = CheckInPhone.activate(bench, old);
        refused(ErrorCode.TOO_MANY_CREDENTIALS, () -> blue(customer, person));

        revoke(customer, old.serial());
        phone.checkIn(Holding.DELETED_AS_TOLD);
        CredentialIssued second = blue(customer, person);
        CheckInPhone.activate(bench, second);
        revoke(customer, second.serial());
        bench.manager.credentials().markLost(TestBench.id(), new MarkCredentialLost(customer, second.serial(), true));

        assertEquals(new Buckets(0, 0), blue(customer, person).balance());
    }

    @Test
    @Requirement({"REV-15", "CRD-23"})
    void leaseThatHasEndedConfirmsARevocationWhosePhoneNeverCameBack() {
        CustomerId customer = site("lintel");
        bench.manager
                .readers()
                .enroll(TestBench.id(), EnrollReader.of(customer, "Gate", TestBench.readerRequest(Suite.X25519)));
        CredentialIssued issued = active(customer);
        revoke(customer, issued.serial());
        assertEquals(
                Optional.of(bench.clock.instant()),
                bench.manager
                        .credentials()
                        .status(customer, issued.serial())
                        .removal()
                        .map(removal -> removal.at()));
        assertEquals(0, confirmEndedLeases(customer));
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));

        bench.clock.set(TestBench.START.plus(Duration.ofDays(4)));

        assertEquals(1, confirmEndedLeases(customer));
        assertEquals(CredentialState.REVOKED, state(customer, issued.serial()));
        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
    }

    @Test
    @Requirement({"SSR-05", "REV-14"})
    void item12SelfServiceHasNoPeople() {
        CustomerId customer = site("baltech-self-service");

        refused(ErrorCode.ENROLMENT_NOT_OFFERED, () -> bench.person(customer));
        refused(
                ErrorCode.ENROLMENT_NOT_OFFERED,
                () -> bench.manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, 1, "Phone")));
    }

    private CustomerId site(String profile) {
        return bench.site(Suite.X25519, profile).site().customer();
    }

    private void credit(CustomerId customer, long credits) {
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, credits));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, credits));
    }

    private CredentialIssued active(CustomerId customer) {
        CredentialIssued issued = bench.credential(customer);
        CheckInPhone.activate(bench, issued).checkIn(Holding.HELD);
        assertEquals(CredentialState.ACTIVE, state(customer, issued.serial()));
        return issued;
    }

    private CredentialIssued blue(CustomerId customer) {
        return blue(customer, bench.person(customer));
    }

    private CredentialIssued blue(CustomerId customer, long person) {
        return bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                person,
                                "Phone",
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                IssueCredential.ONLY_GROUP,
                                Technology.BLUE));
    }

    private void revoke(CustomerId customer, long serial) {
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, serial));
    }

    @Test
    @Requirement({"DEV-11", "DEV-12"})
    void item08UnusualOrdersLeadToTheSameSixTriples() {
        CustomerId customer = site("imaporter");
        CredentialIssued neverUsed = bench.credential(customer);
        revoke(customer, neverUsed.serial());
        assertEquals("Active / Deleted / Deleted by admin", triple(customer, neverUsed.serial()));

        CredentialIssued onlyRedeemed = bench.credential(customer);
        CheckInPhone.activate(bench, onlyRedeemed).checkIn(Holding.DELETED_BY_PERSON);
        assertEquals("Active / Active / Deleted by user", triple(customer, onlyRedeemed.serial()));
        bench.manager.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, onlyRedeemed.device()));
        assertEquals("Active / Deleted / Deleted by admin", triple(customer, onlyRedeemed.serial()));

        CredentialIssued old = active(customer);
        revoke(customer, old.serial());
        bench.manager.credentials().restore(TestBench.id(), new RestoreCredential(customer, old.serial()));
        assertEquals("Active / Unauthenticated / Waiting for user activation", triple(customer, old.serial()));
    }

    private int confirmEndedLeases(CustomerId customer) {
        return bench.manager.credentials().confirmEndedLeases(TestBench.id(), new ConfirmEndedLeases(customer));
    }

    private CredentialState state(CustomerId customer, long serial) {
        return bench.manager.credentials().get(customer, serial).state();
    }

    private String triple(CustomerId customer, long serial) {
        CredentialStatus status = bench.manager.credentials().status(customer, serial);
        return status.person() + " / " + status.device() + " / " + status.credential();
    }

    private static void refused(ErrorCode code, Runnable command) {
        ManagerException refused = assertThrows(ManagerException.class, command::run);
        assertEquals(code, refused.code(), refused.getMessage());
        assertFalse(refused.mayHaveTakenEffect());
    }
}
