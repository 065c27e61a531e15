package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.LineProblem;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.sync.CsvDirectory;
import io.lintel.sdk.sync.Difference;
import io.lintel.sdk.sync.HostDirectory;
import io.lintel.sdk.sync.HostPerson;
import io.lintel.sdk.sync.ImportCounts;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.sdk.sync.ImportProgress;
import io.lintel.sdk.sync.SyncPeople;
import io.lintel.sdk.sync.SyncPeople.Absent;
import io.lintel.testing.Requirement;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnEveryDatabase
class PersonSyncTest {

    private static final String HEADER = "First name,Last name,E-mail,ID,Sync ID\n";
    private static final String ADA = "Ada,Byron,ada@example.org,17,a-1\n";
    private static final String BOB = "Bob,Frank,bob@example.org,18,\n";

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    PersonSyncTest(Database database) {
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
    @Requirement({"USR-14", "SYN-04"})
    void listBecomesThePeopleOfTheSite() {
        assertEquals(new ImportCounts(2, 0, 0, 0, 0), sync(ADA + BOB));

        assertEquals(List.of("Ada Byron ada@example.org", "Bob Frank bob@example.org"), people());
        assertEquals(
                OptionalLong.of(17),
                bench.manager
                        .people()
                        .synced(customer, 0, 10)
                        .get(0)
                        .link()
                        .orElseThrow()
                        .accessNumber());
        assertEquals(2, changes(Change.Kind.PERSON_ADDED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"imaporter", "baltech-self-service"})
    @Requirement("SYN-04")
    void siteWhoseProfileDoesNotOfferItTakesNoList(String profile) {
        customer = bench.site(Suite.X25519, profile).site().customer();

        for (Executable attempt : List.<Executable>of(
                () -> sync(ADA), () -> bench.manager.people().planSync(request(ADA, Absent.KEEP)))) {
            ManagerException refused = assertThrows(ManagerException.Refused.class, attempt);
            assertEquals(ErrorCode.ENROLMENT_NOT_OFFERED, refused.code());
        }
    }

    @Test
    @Requirement("SYN-04")
    void numberInTheListIsTheAccessNumberWhereTheProfileGivesNone() {
        customer = bench.site(Suite.X25519, "baltech").site().customer();
        sync(ADA + BOB + "Eve,Stone,eve@example.org,,\n");

        assertEquals(17, issue(1));
        assertEquals(18, issue(2));
        ManagerException refused = assertThrows(ManagerException.Refused.class, () -> issue(3));
        assertEquals(ErrorCode.INVALID_REQUEST, refused.code());
    }

    private long issue(long person) {
        long serial = bench.manager
                .credentials()
                .issue(TestBench.id(), IssueCredential.of(customer, person, "Phone"))
                .serial();
        return bench.manager.credentials().get(customer, serial).accessNumber();
    }

    @Test
    void sameListTwiceIsTheListOnce() {
        sync(ADA + BOB);
        assertEquals(new ImportCounts(0, 0, 2, 0, 0), sync(BOB + ADA));
        assertEquals(2, changes(Change.Kind.PERSON_ADDED));
        assertEquals(0, changes(Change.Kind.PERSON_CHANGED));
    }

    @Test
    void personIsKnownBySyncIdElseByAddress() {
        sync(ADA + BOB);

        assertEquals(
                new ImportCounts(0, 2, 0, 0, 0),
                sync("Ada,King,countess@example.org,17,a-1\nRobert,Frank,BOB@example.org,18,b-1\n"));
        assertEquals(List.of("Ada King countess@example.org", "Robert Frank BOB@example.org"), people());
    }

    @Test
    void personWhomSomebodyAddedByHandMayStandBeforeNewOnes() {
        bench.person(customer);

        assertEquals(new ImportCounts(1, 1, 0, 0, 0), sync(ADA + BOB));
        assertEquals(List.of("Ada Byron ada@example.org", "Bob Frank bob@example.org"), people());
    }

    @Test
    void personWhomSomebodyAddedByHandIsLinkedAndNeverRemoved() {
        bench.person(customer);
        bench.manager.people().add(TestBench.id(), new AddPerson(customer, "Cy", "Young", "cy@example.org"));

        assertEquals(new ImportCounts(0, 1, 0, 0, 0), sync(ADA, Absent.REMOVE));
        assertEquals(2, people().size());
        assertEquals(1, bench.manager.people().synced(customer, 0, 10).size());
    }

    @Test
    void absentPeopleStayUnlessTheRequestSaysOtherwise() {
        sync(ADA + BOB);
        CredentialIssued issued =
                bench.manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, 2, "Phone"));

        assertEquals(new ImportCounts(0, 0, 1, 1, 0), sync(ADA));
        assertEquals(2, people().size());

        assertEquals(new ImportCounts(0, 0, 1, 0, 1), sync(ADA, Absent.REMOVE));
        assertEquals(List.of("Ada Byron ada@example.org"), people());
        assertEquals(
                CredentialState.DELETED,
                bench.manager
                        .credentials()
                        .list(customer, issued.serial() - 1, 1)
                        .get(0)
                        .state());
        assertEquals(1, changes(Change.Kind.PERSON_REMOVED));
        assertEquals(1, changes(Change.Kind.CREDENTIAL_DELETED));
    }

    @Test
    @Requirement("USR-09")
    void removedPersonWhoComesBackIsANewOne() {
        sync(ADA);
        sync(BOB, Absent.REMOVE);

        assertEquals(new ImportCounts(1, 0, 0, 1, 0), sync(ADA));
        List<Person> all = bench.manager.people().list(customer, 0, 10);
        assertEquals(3, all.size());
        assertTrue(all.get(0).removed().isPresent());
        assertEquals(3, all.get(2).number());
    }

    @Test
    void dryRunShowsEveryDifferenceAndChangesNothing() {
        sync(ADA + BOB);

        ImportPlan plan = bench.manager
                .people()
                .planSync(request("Ada,King,ada@example.org,17,a-1\nCy,Young,cy@example.org,,\n", Absent.REMOVE));

        assertEquals(new ImportCounts(1, 1, 0, 0, 1), plan.counts());
        assertEquals(
                List.of("~ 1 Ada King, Last name: \"Byron\" -> \"King\"", "+ Cy Young", "- 2 Bob Frank"),
                plan.differences().stream().map(Difference::describe).toList());
        assertFalse(plan.toString().contains("Byron"));
        assertEquals(List.of("Ada Byron ada@example.org", "Bob Frank bob@example.org"), people());
    }

    @Test
    void everyBadLineIsNamedAndNothingChanges() {
        sync(ADA + BOB);
        bench.person(customer);

        ManagerException.BadFile refused = assertThrows(ManagerException.BadFile.class, () -> sync("""
                        Good,One,good@example.org,1,g-1
                        Good,Two,GOOD@example.org,2,g-2
                        Good,Three,three@example.org,1,g-3
                        Good,Four,four@example.org,4,g-1
                        ,Nobody,nobody@example.org,5,
                        No,Address,no address,6,
                        Neither,Key,,7,
                        Bob,Frank,ada@example.org,8,b-1
                        Zero,Number,zero@example.org,0,
                        Ada,Byron,bob@example.org,17,a-1
                        Too,few
                        """));

        assertEquals(ErrorCode.FILE_INVALID, refused.code());
        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L, 11L, 12L),
                refused.problems().stream()
                        .map(LineProblem::line)
                        .distinct()
                        .sorted()
                        .toList());
        assertFalse(refused.getMessage().contains("example.org"), refused.getMessage());
        assertEquals(3, people().size());
    }

    @Test
    void problemsBeyondTheFirstThousandAreCounted() {
        String bad = "Too,few\n".repeat(1500);

        ManagerException.BadFile refused = assertThrows(ManagerException.BadFile.class, () -> sync(bad));

        assertEquals(1500, refused.total());
        assertEquals(ManagerException.BadFile.MAX_PROBLEMS, refused.problems().size());
    }

    @Test
    void repeatedSyncTellsTheFirstResult() {
        CommandId id = TestBench.id();
        ImportCounts first =
                bench.manager.people().sync(id, request(ADA, Absent.KEEP)).counts();
        sync("Ada,King,ada@example.org,17,a-1\n");

        assertEquals(
                first,
                bench.manager.people().sync(id, request(ADA, Absent.KEEP)).counts());
        assertEquals(List.of("Ada King ada@example.org"), people());
        assertThrows(
                ManagerException.Conflict.class, () -> bench.manager.people().sync(id, request(ADA, Absent.REMOVE)));
    }

    @Test
    void listThatChangesBetweenTheReadingsChangesNothing() {
        List<Integer> readings = new ArrayList<>();
        HostDirectory moving = visitor -> {
            readings.add(1);
            visitor.person(1, host("Ada", "ada" + readings.size() + "@example.org"));
        };

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.people().sync(TestBench.id(), SyncPeople.of(customer, moving)));

        assertEquals(ErrorCode.FILE_UNREADABLE, refused.code());
        assertEquals(List.of(), people());
    }

    @Test
    void listThatEndsTooEarlyChangesNothing() {
        HostDirectory broken = visitor -> {
            visitor.person(1, host("Ada", "ada@example.org"));
            throw new IOException("connection lost to ada@example.org");
        };

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.people().sync(TestBench.id(), SyncPeople.of(customer, broken)));

        assertEquals(ErrorCode.FILE_UNREADABLE, refused.code());
        assertFalse(refused.getMessage().contains("ada"));
        assertEquals(List.of(), people());
    }

    @Test
    void peopleOfAnotherSiteAreOthers() {
        sync(ADA);
        CustomerId other = bench.site().site().customer();

        assertEquals(
                new ImportCounts(1, 0, 0, 0, 0),
                bench.manager
                        .people()
                        .sync(TestBench.id(), SyncPeople.of(other, new CsvDirectory(ImportFile.of(HEADER + ADA))))
                        .counts());
    }

    @Test
    void longListIsReportedStepByStepInBothPhases() {
        String list = IntStream.rangeClosed(1, 2500)
                .mapToObj(i -> "P" + i + ",X,p" + i + "@example.org," + i + ",s-" + i + "\n")
                .collect(Collectors.joining());
        List<String> told = new ArrayList<>();
        SyncPeople request = new SyncPeople(
                customer,
                new CsvDirectory(ImportFile.of(HEADER + list)),
                Absent.KEEP,
                (phase, entries) -> told.add(phase + " " + entries));

        assertEquals(
                2500,
                bench.manager.people().sync(TestBench.id(), request).counts().added());

        assertEquals(
                List.of(
                        "CHECKING 1000",
                        "CHECKING 2000",
                        "CHECKING 2500",
                        "WRITING 1000",
                        "WRITING 2000",
                        "WRITING 2500"),
                told);
        assertEquals(new ImportCounts(0, 0, 2500, 0, 0), sync(list));
    }

    private static HostPerson host(String name, String email) {
        return new HostPerson(name, "", email, OptionalLong.empty(), Optional.empty());
    }

    private ImportCounts sync(String lines) {
        return sync(lines, Absent.KEEP);
    }

    private ImportCounts sync(String lines, Absent absent) {
        return bench.manager
                .people()
                .sync(TestBench.id(), request(lines, absent))
                .counts();
    }

    private SyncPeople request(String lines, Absent absent) {
        return new SyncPeople(customer, new CsvDirectory(ImportFile.of(HEADER + lines)), absent, ImportProgress.none());
    }

    private List<String> people() {
        return bench.manager.people().list(customer, 0, 100).stream()
                .filter(person -> person.removed().isEmpty())
                .map(person -> person.givenName() + ' ' + person.familyName() + ' ' + person.email())
                .toList();
    }

    private long changes(Change.Kind kind) {
        return bench.manager.events().audit(customer, 0, 100).stream()
                .filter(change -> change.change().kind() == kind)
                .count();
    }
}
