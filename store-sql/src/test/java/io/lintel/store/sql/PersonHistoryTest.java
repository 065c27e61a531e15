package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.person.HistoryCursor;
import io.lintel.sdk.person.HistoryEntry;
import io.lintel.sdk.person.PersonHistory;
import io.lintel.sdk.person.RemovePerson;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person's credentials did at doors and what became of them, page by page, until a profile forgets it. */
@OnEveryDatabase
class PersonHistoryTest {

    private final Database database;
    private TestBench bench;
    private long numbers;

    PersonHistoryTest(Database database) {
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
    void doorsAndLifecycleStandInTheOrderInWhichTheyBecameKnown() {
        CustomerId customer = customer("lintel");
        CredentialIssued credential = activated(customer, bench.person(customer));
        pass();
        at(customer, credential, Optional.empty());
        pass();
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, credential.serial()));
        pass();
        at(customer, credential, Optional.of(DenialReason.REVOKED));
        at(customer, activated(customer, bench.person(customer)), Optional.empty());

        assertEquals(
                List.of(
                        "PERSON_ADDED",
                        "CREDENTIAL_ISSUED",
                        "CREDENTIAL_ACTIVATED",
                        "granted",
                        "CREDENTIAL_REVOKED",
                        "REVOKED"),
                told(customer, person(customer, credential)));
    }

    @Test
    void pagesJoinWithoutGapOrRepetition() {
        CustomerId customer = customer("lintel");
        CredentialIssued credential = activated(customer, bench.person(customer));
        for (int i = 0; i < 7; i++) {
            pass();
            at(customer, credential, Optional.empty());
        }
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, credential.serial()));
        long person = person(customer, credential);
        List<HistoryEntry> whole =
                history(customer, person, HistoryCursor.START, 1000).entries();
        assertEquals(11, whole.size());
        for (int limit = 1; limit <= 12; limit++) {
            List<HistoryEntry> joined = new ArrayList<>();
            PersonHistory page = history(customer, person, HistoryCursor.START, limit);
            while (!page.entries().isEmpty()) {
                joined.addAll(page.entries());
                page = history(customer, person, HistoryCursor.parse(page.next().toString()), limit);
            }
            assertEquals(whole, joined, "pages of " + limit);
        }
    }

    @Test
    @Requirement({"USR-12", "REV-08"})
    void historyStaysLinkedToALostCredential() {
        CustomerId customer = customer("stid-blue");
        long person = bench.person(customer);
        CredentialIssued lost = activated(customer, person);
        at(customer, lost, Optional.empty());
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, lost.serial()));
        bench.manager.credentials().markLost(TestBench.id(), new MarkCredentialLost(customer, lost.serial(), true));

        CredentialIssued next = activated(customer, person);
        at(customer, next, Optional.empty());

        List<String> told = told(customer, person);
        assertTrue(told.contains("CREDENTIAL_LOST"), told.toString());
        assertEquals(2, told.stream().filter("granted"::equals).count());
    }

    @Test
    @Requirement("REV-10")
    void deletionForgetsWhatDoorsToldWhereTheProfileSaysSo() {
        CustomerId customer = customer("stid-blue");
        long person = bench.person(customer);
        CredentialIssued issued = issue(customer, person);
        CheckInPhone phone = CheckInPhone.activate(bench, issued);
        at(customer, issued, Optional.empty());
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, issued.serial()));
        phone.checkIn(Holding.HELD);
        phone.checkIn(Holding.DELETED_AS_TOLD);

        bench.manager.credentials().delete(TestBench.id(), new DeleteCredential(customer, issued.serial()));
        at(customer, activated(customer, person), Optional.empty());

        List<HistoryEntry> entries =
                history(customer, person, HistoryCursor.START, 1000).entries();
        assertEquals(
                1,
                entries.stream().filter(HistoryEntry.Access.class::isInstance).count(),
                "the other one's");
        assertEquals(
                List.of(), bench.store.read(unit -> unit.accesses().ofCredential(customer, issued.serial(), 0, 10)));
        assertTrue(
                bench.store.read(unit -> unit.journal().audit(customer, 0, 1000)).stream()
                        .anyMatch(change -> change.change().kind() == Change.Kind.CREDENTIAL_DELETED),
                "the audit trail keeps numbers, and no name");
    }

    @Test
    void removedPersonTakesAlongWhatDoorsToldWhereTheProfileSaysSo() {
        for (String profile : List.of("stid-blue", "lintel")) {
            CustomerId customer = customer(profile);
            long person = bench.person(customer);
            at(customer, activated(customer, person), Optional.empty());

            bench.manager.people().remove(TestBench.id(), new RemovePerson(customer, person));

            long doors = history(customer, person, HistoryCursor.START, 1000).entries().stream()
                    .filter(HistoryEntry.Access.class::isInstance)
                    .count();
            assertEquals(profile.equals("lintel") ? 1 : 0, doors, profile);
        }
    }

    @Test
    void nobodyHasNoHistory() {
        CustomerId customer = customer("lintel");
        ManagerException refused =
                assertThrows(ManagerException.class, () -> history(customer, 99, HistoryCursor.START, 10));
        assertEquals(ErrorCode.NOT_FOUND, refused.code());
        for (String wrong : List.of("", "1", "1-", "-1-1", "1-2-3", "a-b")) {
            assertThrows(IllegalArgumentException.class, () -> HistoryCursor.parse(wrong), wrong);
        }
    }

    private CustomerId customer(String profile) {
        CustomerId customer = bench.site(Suite.X25519, profile).site().customer();
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 10));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 10));
        return customer;
    }

    private CredentialIssued activated(CustomerId customer, long person) {
        CredentialIssued issued = issue(customer, person);
        bench.phone(Suite.X25519).redeem(bench.manager, issued.activation());
        return issued;
    }

    private CredentialIssued issue(CustomerId customer, long person) {
        Technology colour = bench.manager.sites().get(customer).profileName().equals("stid-blue")
                ? Technology.BLUE
                : Technology.NONE;
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
                                colour));
    }

    private long person(CustomerId customer, CredentialIssued credential) {
        return bench.manager.credentials().get(customer, credential.serial()).person();
    }

    private void at(CustomerId customer, CredentialIssued credential, Optional<DenialReason> denial) {
        AccessRecord record = new AccessRecord(
                customer,
                ++numbers,
                1,
                Optional.of(new AccessRecord.Holder(credential.serial(), person(customer, credential))),
                bench.clock.instant().minus(Duration.ofSeconds(30)),
                bench.clock.instant(),
                denial,
                TapPath.COLD,
                Transport.BLE_GATT,
                Trigger.LIST);
        bench.store.write(customer, unit -> {
            unit.accesses().add(record);
            return true;
        });
    }

    private void pass() {
        bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));
    }

    private PersonHistory history(CustomerId customer, long person, HistoryCursor after, int limit) {
        return bench.manager.people().history(customer, person, after, limit);
    }

    private List<String> told(CustomerId customer, long person) {
        return history(customer, person, HistoryCursor.START, 1000).entries().stream()
                .map(entry -> entry instanceof HistoryEntry.Access door
                        ? door.access().denial().map(Enum::name).orElse("granted")
                        : ((HistoryEntry.Lifecycle) entry)
                                .change()
                                .change()
                                .kind()
                                .name())
                .toList();
    }
}
