package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.CodeDelivery;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.CredentialProposal;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.notification.SetTelephone;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.person.EditPerson;
import io.lintel.sdk.person.EnrollPerson;
import io.lintel.sdk.person.PersonEnrolled;
import io.lintel.sdk.person.PersonSheet;
import io.lintel.sdk.person.RemovePerson;
import io.lintel.sdk.profile.Profiles;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** People and their devices, as the products show and change them (requirements 6, 7 and 10). */
@OnEveryDatabase
class PeopleAcceptanceTest {

    private static final PhoneNumber TELEPHONE = PhoneNumber.parse("+420 601 234 567");

    private final Database database;
    private TestBench bench;

    PeopleAcceptanceTest(Database database) {
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

    @Test
    @Requirement({"USR-01", "USR-02", "USR-04", "USR-06", "USR-07", "USR-08"})
    void newPersonIsActiveAtOnceAndHasNothing() {
        CustomerId customer = site("imaporter");
        assertEquals(List.of(), bench.manager.people().list(customer, 0, 10));

        AddPerson request = new AddPerson(customer, "Dr.", "Ada", "Byron", "ada@example.org", Optional.of(TELEPHONE));
        long number = bench.manager.people().add(TestBench.id(), request).person();

        PersonSheet sheet = bench.manager.people().sheet(customer, number);
        assertEquals(
                new Person(
                        customer,
                        number,
                        "Dr.",
                        "Ada",
                        "Byron",
                        "ada@example.org",
                        bench.clock.instant(),
                        Optional.empty()),
                sheet.person());
        assertEquals("Active", sheet.status());
        assertEquals(Optional.of(TELEPHONE), sheet.telephone());
        assertEquals(List.of(), sheet.devices());
        assertEquals(List.of(sheet.person()), bench.manager.people().list(customer, 0, 10));
        assertThrows(IllegalArgumentException.class, () -> PhoneNumber.parse("601 234 567"));
    }

    @Test
    @Requirement({"USR-07", "USR-08", "USR-09"})
    void personIsEditedAndRemovedForGoodWithTheTelephone() {
        CustomerId customer = site("imaporter");
        CredentialIssued issued = bench.credential(customer);
        long number = person(customer, issued);
        bench.manager
                .notifications()
                .setTelephone(TestBench.id(), new SetTelephone(customer, number, Optional.of(TELEPHONE)));
        bench.manager
                .people()
                .edit(
                        TestBench.id(),
                        new EditPerson(customer, number, "Countess", "Ada", "Lovelace", "al@example.org"));
        Person edited = bench.manager.people().sheet(customer, number).person();
        assertEquals("Countess Ada Lovelace", edited.title() + " " + edited.givenName() + " " + edited.familyName());

        bench.manager.people().remove(TestBench.id(), new RemovePerson(customer, number));

        PersonSheet sheet = bench.manager.people().sheet(customer, number);
        assertEquals("Deleted", sheet.status());
        assertEquals(Optional.empty(), sheet.telephone());
        assertEquals("Deleted", sheet.devices().get(0).status().device());
        assertEquals("Deleted", sheet.devices().get(0).status().credential());
        assertEquals(Optional.empty(), sheet.devices().get(0).code());
        assertEquals(1, bench.manager.people().list(customer, 0, 10).size());
        refused(
                ErrorCode.PERSON_REMOVED,
                () -> bench.manager
                        .notifications()
                        .setTelephone(TestBench.id(), new SetTelephone(customer, number, Optional.of(TELEPHONE))));
    }

    @Test
    @Requirement({"USR-02", "USR-03", "USR-05", "DEV-03", "DEV-05"})
    void personDeviceAndKeyAreMadeInOneStep() {
        CustomerId customer = site("imaporter");
        Instant from = Instant.parse("2026-12-01T00:00:00Z");
        Instant until = Instant.parse("2027-12-01T00:00:00Z");
        IssueCredential key = new IssueCredential(
                customer,
                IssuedCredential.NOBODY,
                "Ada's third phone (the blue one)",
                OptionalLong.of(17),
                Optional.of(from),
                Optional.of(until),
                IssueCredential.ONLY_GROUP,
                Technology.NONE,
                Optional.of("Side entrance"),
                CodeDelivery.TO_PERSON);
        EnrollPerson request = new EnrollPerson(
                new AddPerson(customer, "", "Ada", "Byron", "ada@example.org", Optional.of(TELEPHONE)), key);

        PersonEnrolled enrolled = bench.manager.people().enroll(TestBench.id(), request);

        PersonSheet sheet = bench.manager.people().sheet(customer, enrolled.person());
        PersonSheet.Panel panel = sheet.devices().get(0);
        assertEquals("Ada's third phone (the blue one)", panel.name());
        assertEquals("Side entrance", panel.keyName());
        assertEquals(17, panel.credential().accessNumber());
        assertEquals(from, panel.credential().terms().validFrom());
        assertEquals(Optional.of(until), panel.credential().terms().validUntil());
        assertEquals(new Buckets(0, 4), enrolled.credential().balance());
        assertEquals(1, bench.manager.people().list(customer, 0, 10).size());
        List<OutgoingMessage> sent = dispatched();
        assertEquals(
                List.of("ada@example.org", TELEPHONE.value()),
                sent.stream().map(message -> message.recipient().value()).toList());
        assertInstanceOf(OutgoingMessage.NewCodeNotice.class, sent.get(1).content(), "a text message tells no code");
    }

    @Test
    @Requirement("USR-02")
    void personIsNotMadeWhereTheKeyIsRefused() {
        CustomerId customer = site("stid-blue");
        EnrollPerson request = new EnrollPerson(
                new AddPerson(customer, "Ada", "Byron", "ada@example.org"),
                IssueCredential.of(customer, IssuedCredential.NOBODY, "Phone"));

        assertThrows(
                ManagerException.Refused.class, () -> bench.manager.people().enroll(TestBench.id(), request));

        assertEquals(List.of(), bench.manager.people().list(customer, 0, 10));
        assertThrows(
                IllegalArgumentException.class,
                () -> new EnrollPerson(request.person(), IssueCredential.of(customer, 1, "Phone")));
    }

    @Test
    @Requirement({"DEV-03", "USR-03"})
    void codeGoesWhereTheRequestSays() {
        CustomerId customer = site("imaporter");
        long person = bench.person(customer);
        bench.manager
                .notifications()
                .setTelephone(TestBench.id(), new SetTelephone(customer, person, Optional.of(TELEPHONE)));
        CodeDelivery elsewhere = new CodeDelivery(
                Optional.of(new EmailAddress("office@example.org")), CodeDelivery.TextMessage.NONE, Optional.empty());
        bench.manager.credentials().issue(TestBench.id(), delivered(customer, person, elsewhere));
        CodeDelivery otherPhone = new CodeDelivery(
                Optional.empty(), CodeDelivery.TextMessage.WHERE_KNOWN, Optional.of(PhoneNumber.parse("+4930123456")));
        bench.manager.credentials().issue(TestBench.id(), delivered(customer, person, otherPhone));

        assertEquals(
                List.of("+4930123456", "ada@example.org", "office@example.org"),
                dispatched().stream()
                        .map(message -> message.recipient().value())
                        .sorted()
                        .toList());
        assertThrows(
                IllegalArgumentException.class,
                () -> new CodeDelivery(Optional.empty(), CodeDelivery.TextMessage.NONE, Optional.of(TELEPHONE)));
    }

    @Test
    @Requirement({"DEV-04", "DEV-06", "DEV-10"})
    void formBeginsWithWhatAnIssueWouldTake() {
        for (String profile : List.of("imaporter", "stid-blue", "lintel")) {
            CustomerId customer = site(profile);
            credit(customer, 30);
            for (int i = 0; i < 3; i++) {
                CredentialProposal proposal = bench.manager.credentials().proposal(customer);
                CredentialIssued issued = issue(customer, bench.person(customer), profile);
                IssuedCredential credential = bench.manager.credentials().get(customer, issued.serial());
                assertEquals(proposal.accessNumber(), OptionalLong.of(issued.accessNumber()), profile);
                assertEquals(proposal.validFrom(), credential.terms().validFrom());
                assertEquals(proposal.validUntil(), credential.terms().validUntil());
                assertEquals(Optional.of(proposal.keyName()), credential.keyName());
            }
        }
        assertEquals(
                OptionalLong.empty(),
                bench.manager.credentials().proposal(site("baltech")).accessNumber());
    }

    @Test
    @Requirement({"DEV-04", "DEV-07"})
    void keyNameOfACredentialReachesItsPhone() {
        CustomerId customer = site("imaporter");
        IssueCredential request = new IssueCredential(
                customer,
                bench.person(customer),
                "Phone",
                OptionalLong.of(17),
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                Technology.NONE,
                Optional.of("Side entrance"),
                CodeDelivery.TO_PERSON);
        CredentialIssued named = bench.manager.credentials().issue(TestBench.id(), request);
        CredentialIssued plain = bench.credential(customer);

        assertEquals("Side entrance", nameOnPhone(named));
        assertEquals("Town hall", nameOnPhone(plain));
        PersonSheet sheet = bench.manager.people().sheet(customer, person(customer, named));
        assertEquals("17 (0x11)", sheet.devices().get(0).accessNumber().text());
    }

    @Test
    @Requirement({"DEV-11", "DEV-12", "DEV-13", "DEV-14", "DEV-15", "DEV-16"})
    void sheetFollowsADeviceFromItsCodeToItsCheckIn() {
        CustomerId customer = site("imaporter");
        CredentialIssued issued = bench.credential(customer);
        PersonSheet.Panel waiting = panel(customer, issued);
        assertEquals(issued.activation().code(), waiting.code().orElseThrow().code());
        assertEquals(issued.activation().expires(), waiting.code().orElseThrow().expires());
        assertEquals(bench.clock.instant(), waiting.created());
        assertEquals("Unauthenticated", waiting.status().device());
        assertEquals("Waiting for user activation", waiting.status().credential());
        assertEquals(CredentialStatus.Mark.WAITING, waiting.status().mark());

        CheckInPhone phone = CheckInPhone.activate(bench, issued);
        PersonSheet.Panel activated = panel(customer, issued);
        assertEquals(Optional.empty(), activated.code());
        assertEquals("Unauthenticated", activated.status().device(), "before it has synchronised");
        assertEquals(Optional.empty(), activated.lastCheckIn());

        phone.checkIn(Holding.HELD);
        PersonSheet.Panel active = panel(customer, issued);
        assertEquals("Active", active.status().device());
        assertEquals("Active", active.status().credential());
        assertEquals(CredentialStatus.Mark.NONE, active.status().mark());
        assertEquals(Optional.of(bench.clock.instant()), active.lastCheckIn());
    }

    @Test
    @Requirement({"USR-07", "ACT-09"})
    void sheetIsForThoseWhoMayIssue() {
        CustomerId customer = site("imaporter");
        CredentialIssued issued = bench.credential(customer);
        long person = person(customer, issued);

        PersonSheet sheet = bench.manager
                .as(new Principal.CustomerAdmin(customer, 1))
                .people()
                .sheet(customer, person);
        assertFalse(sheet.toString().contains("Ada"), "a text has no personal data");
        assertFalse(
                sheet.devices().toString().contains(issued.activation().code().text()));
        refused(
                ErrorCode.PERMISSION_DENIED,
                () -> bench.manager
                        .as(new Principal.DistributorAdmin(DistributorId.OPERATOR, 1))
                        .people()
                        .sheet(customer, person));
        refused(
                ErrorCode.PERMISSION_DENIED,
                () -> bench.manager
                        .as(new Principal.EndUser(customer, issued.serial()))
                        .people()
                        .sheet(customer, person));
    }

    @Test
    @Requirement({"CRD-15", "CRD-16", "REV-12", "PHN-01"})
    void everyNewKeyCostsWhoeverHadOneBefore() {
        CustomerId customer = site("imaporter");
        CredentialIssued first = bench.credential(customer);
        long person = person(customer, first);
        bench.manager.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, first.device()));
        assertEquals(
                CredentialState.DELETED,
                bench.manager.credentials().get(customer, first.serial()).state());
        CredentialIssued onNewPhone = issue(customer, person, "imaporter");
        assertEquals(new Buckets(0, 3), onNewPhone.balance());

        bench.manager.people().remove(TestBench.id(), new RemovePerson(customer, person));
        assertEquals(
                CredentialState.DELETED,
                bench.manager.credentials().get(customer, onNewPhone.serial()).state());
        CredentialIssued ofTheSamePersonAgain = bench.credential(customer);

        assertTrue(person(customer, ofTheSamePersonAgain) > person, "entered as new");
        assertEquals(new Buckets(0, 2), ofTheSamePersonAgain.balance());
    }

    @Test
    @Requirement({"USR-10", "USR-11", "ACT-10"})
    void unityIsWantsBothNamesAndTheAddressThatTheLinkGoesTo() {
        CustomerId customer = site("stid-blue");
        credit(customer, 5);
        for (AddPerson lacking : List.of(
                new AddPerson(customer, "", "Byron", "ada@example.org"),
                new AddPerson(customer, "Ada", "", "ada@example.org"),
                new AddPerson(customer, "Ada", "Byron", ""),
                new AddPerson(customer, "Ada", "Byron", "ada at example.org"))) {
            refused(ErrorCode.INVALID_REQUEST, () -> bench.manager.people().add(TestBench.id(), lacking));
        }
        long person = bench.person(customer);
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> bench.manager
                        .people()
                        .edit(TestBench.id(), new EditPerson(customer, person, "", "Ada", "Byron", "")));

        CredentialIssued issued = issue(customer, person, "stid-blue");

        OutgoingMessage message = dispatched().get(0);
        assertEquals("ada@example.org", message.recipient().value());
        assertEquals(
                issued.activation().code(),
                assertInstanceOf(OutgoingMessage.NewCode.class, message.content())
                        .link()
                        .code());
    }

    @Test
    @Requirement({"DEV-19", "DEV-20", "TEC-05"})
    void unityIsNumbersItselfAndCallsANewVirtualAccessCardCreated() {
        CustomerId customer = site("stid-blue");
        credit(customer, 10);
        long ada = bench.person(customer);
        CredentialIssued first = issue(customer, ada, "stid-blue");
        CredentialIssued second = issue(customer, bench.person(customer), "stid-blue");
        assertEquals(first.accessNumber() + 1, second.accessNumber());
        assertEquals("Created", status(customer, first));
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> bench.manager
                        .credentials()
                        .issue(TestBench.id(), numbered(customer, bench.person(customer), 99)));

        CheckInPhone phone = CheckInPhone.activate(bench, first);
        assertEquals("Active", status(customer, first));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, first.serial()));
        assertEquals("Pending Revoke", status(customer, first));
        phone.checkIn(Holding.DELETED_AS_TOLD);
        assertEquals("Revoked", status(customer, first));
        bench.manager.credentials().delete(TestBench.id(), new DeleteCredential(customer, first.serial()));
        assertEquals(List.of(), bench.manager.people().sheet(customer, ada).devices());
        assertEquals(
                "Virtual Access Card", Profiles.builtIn("stid-blue").labels().credential());
    }

    @Test
    @Requirement({"REV-07", "REV-08", "USR-12", "PHN-03"})
    void historyStaysWithThePersonWhoLostACredential() {
        CustomerId customer = site("stid-blue");
        credit(customer, 10);
        long person = bench.person(customer);
        CredentialIssued lost = issue(customer, person, "stid-blue");
        CheckInPhone phone = CheckInPhone.activate(bench, lost);
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, lost.serial()));
        bench.manager.credentials().markLost(TestBench.id(), new MarkCredentialLost(customer, lost.serial(), true));
        refused(
                ErrorCode.ILLEGAL_TRANSITION,
                () -> bench.manager
                        .credentials()
                        .delete(TestBench.id(), new DeleteCredential(customer, lost.serial())));

        CredentialIssued next = issue(customer, person, "stid-blue");

        assertEquals(
                List.of("Lost", "Created"),
                bench.manager.people().sheet(customer, person).devices().stream()
                        .map(panel -> panel.status().credential())
                        .toList());
        assertEquals(person, person(customer, lost));
        assertEquals(person, person(customer, next));
        assertTrue(bench.store
                .read(unit -> unit.credentials().revokedSerials(customer, 1))
                .contains(lost.serial()));
        assertTrue(bench.manager.events().audit(customer, 0, 1000).stream()
                .map(RecordedChange::change)
                .anyMatch(change -> change.kind() == Change.Kind.CREDENTIAL_LOST));
        assertEquals(Instruction.DELETE, phone.checkIn(Holding.HELD).instruction());
    }

    @Test
    @Requirement({"REV-01", "REV-02"})
    void unityIsOperatorRevokesOnceHoweverOftenTheConfirmationIsClicked() {
        CustomerId customer = site("stid-blue");
        credit(customer, 5);
        CredentialIssued issued = issue(customer, bench.person(customer), "stid-blue");
        CheckInPhone.activate(bench, issued);
        RevokeCredential request = new RevokeCredential(customer, issued.serial());
        refused(
                ErrorCode.NOT_OFFERED,
                () -> bench.manager
                        .as(new Principal.EndUser(customer, issued.serial()))
                        .credentials()
                        .revoke(TestBench.id(), request));
        assertEquals("Active", status(customer, issued));

        CommandId confirmation = TestBench.id();
        var operator =
                bench.manager.as(new Principal.CustomerAdmin(customer, 1)).credentials();
        CredentialRevoked revoked = operator.revoke(confirmation, request);

        assertEquals(CredentialState.REVOKE_PENDING, revoked.state());
        assertEquals(revoked, operator.revoke(confirmation, request));
        refused(ErrorCode.ILLEGAL_TRANSITION, () -> operator.revoke(TestBench.id(), request));
    }

    private CustomerId site(String profile) {
        return bench.site(Suite.X25519, profile).site().customer();
    }

    private void credit(CustomerId customer, long credits) {
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, credits));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, credits));
    }

    private CredentialIssued issue(CustomerId customer, long person, String profile) {
        IssueCredential request = new IssueCredential(
                customer,
                person,
                "Phone",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                profile.equals("stid-blue") ? Technology.BLUE : Technology.NONE);
        return bench.manager.credentials().issue(TestBench.id(), request);
    }

    private static IssueCredential numbered(CustomerId customer, long person, long number) {
        return new IssueCredential(
                customer,
                person,
                "Phone",
                OptionalLong.of(number),
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                Technology.BLUE);
    }

    private static IssueCredential delivered(CustomerId customer, long person, CodeDelivery delivery) {
        return new IssueCredential(
                customer,
                person,
                "Phone",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                Technology.NONE,
                Optional.empty(),
                delivery);
    }

    private String nameOnPhone(CredentialIssued issued) {
        return ActivationTest.granted(bench.phone(Suite.X25519).redeem(bench.manager, issued.activation()))
                .displayName();
    }

    private PersonSheet.Panel panel(CustomerId customer, CredentialIssued issued) {
        return bench.manager
                .people()
                .sheet(customer, person(customer, issued))
                .devices()
                .get(0);
    }

    private long person(CustomerId customer, CredentialIssued issued) {
        return bench.manager.credentials().get(customer, issued.serial()).person();
    }

    private String status(CustomerId customer, CredentialIssued issued) {
        return bench.manager.credentials().status(customer, issued.serial()).credential();
    }

    private List<OutgoingMessage> dispatched() {
        List<OutgoingMessage> sent = new ArrayList<>();
        bench.manager
                .notifications()
                .dispatch(
                        message -> {
                            sent.add(message);
                            return new Delivery.Accepted();
                        },
                        new ManagerAddress("manager.example.org", 7443));
        return sent;
    }

    private static void refused(ErrorCode code, Runnable command) {
        ManagerException refused = assertThrows(ManagerException.class, command::run);
        assertEquals(code, refused.code(), refused.getMessage());
        assertFalse(refused.mayHaveTakenEffect());
    }
}
