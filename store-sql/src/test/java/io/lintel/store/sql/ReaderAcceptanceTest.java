package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.ColouredGroups;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.sync.CsvDirectory;
import io.lintel.sdk.sync.ImportCounts;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.SyncPeople;
import io.lintel.testing.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance checklist's items 15 and 16, and item 12 as far as it is about users and auto-sync (requirements, section 26). */
@OnEveryDatabase
class ReaderAcceptanceTest {

    private static final ReaderDetails FRONT =
            ReaderDetails.named("Front door").withReaderId("IMA XhOUJ").withMac(MacAddress.parse("00:1E:C0:25:EA:74"));

    private final Database database;
    private TestBench bench;

    ReaderAcceptanceTest(Database database) {
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
    @Requirement({"RDR-01", "RDR-03"})
    void item15ReaderWithNeitherIdNorMacAddressIsRefused() {
        CustomerId customer = site("imaporter");

        refused(ErrorCode.INVALID_REQUEST, () -> add(customer, ReaderDetails.named("Front door")));
        refused(
                ErrorCode.INVALID_REQUEST,
                () -> add(customer, ReaderDetails.named("Front door").withReaderId("XhOUJ")));

        assertEquals(1, add(customer, ReaderDetails.named("By id").withReaderId("IMA XhOUJ")));
        assertEquals(2, add(customer, ReaderDetails.named("By address").withMac(MacAddress.parse("001EC025EA74"))));
    }

    @Test
    @Requirement({"RDR-07", "RDR-08", "RDR-10"})
    void item15SignalsOutsideTheStepsAndGroupsAreRefusedInThisProfile() {
        CustomerId imaporter = site("imaporter");
        CustomerId lintel = site("lintel");

        for (int percent : List.of(0, 39, 55, 99)) {
            refused(ErrorCode.INVALID_REQUEST, () -> add(imaporter, FRONT.withSignals(percent, 40)));
        }
        for (int percent : List.of(10, 41, 100)) {
            refused(ErrorCode.INVALID_REQUEST, () -> add(imaporter, FRONT.withSignals(10, percent)));
        }
        refused(ErrorCode.INVALID_REQUEST, () -> add(imaporter, FRONT.in(Set.of(2), Technology.NONE)));
        assertDoesNotThrow(() -> add(imaporter, FRONT.withSignals(100, 55)));
        assertDoesNotThrow(() -> add(lintel, FRONT.withSignals(33, 41).in(Set.of(2), Technology.NONE)));
    }

    @Test
    @Requirement({"RDR-13", "RDR-14"})
    void item15JsonComesBackAsItWent() {
        CustomerId customer = site("imaporter");
        CustomerId other = site("imaporter");
        add(customer, FRONT.withSignals(70, 55));
        String file = export(customer);

        assertEquals(
                new ImportCounts(1, 0, 0, 0, 0),
                bench.manager
                        .readers()
                        .importFile(TestBench.id(), ImportReaders.of(other, ImportFile.of(file)))
                        .counts());

        assertEquals(registered(customer), registered(other));
        assertEquals(file, export(other));
        assertThrows(
                ManagerException.BadFile.class,
                () -> bench.manager
                        .readers()
                        .importFile(
                                TestBench.id(), ImportReaders.of(other, ImportFile.of(file.replace(": 70", ": 71")))));
    }

    @Test
    @Requirement({"RDR-15", "RDR-19", "SYN-02"})
    void item15ChangesAreInvisibleUntilPublished() {
        CustomerId customer = site("imaporter");
        add(customer, FRONT);

        assertEquals(List.of(), published(customer));
        assertEquals(1, bench.manager.readers().publication(customer).pending());

        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));

        assertEquals(List.of(FRONT), published(customer));
        assertEquals(1, bench.manager.readers().publication(customer).revision());
        assertEquals(0, bench.manager.readers().publication(customer).pending());
    }

    @Test
    @Requirement({"TEC-01", "TEC-02", "TEC-04"})
    void item16GreenCredentialAgainstBlueReaderIsRefused() {
        CustomerId customer = site("lintel");
        add(customer, FRONT.in(Set.of(1), Technology.BLUE));

        refused(ErrorCode.TECHNOLOGY_MISMATCH, () -> issue(customer, Technology.GREEN, Set.of(1)));
        refused(ErrorCode.TECHNOLOGY_MISMATCH, () -> issue(customer, Technology.NONE, Set.of(1)));
        assertEquals(List.of(), bench.manager.credentials().list(customer, 0, 10));

        assertDoesNotThrow(() -> issue(customer, Technology.BLUE, Set.of(1)));
    }

    @Test
    @Requirement("TEC-04")
    void item16MixedSitesAreReportedAndServeBothColours() {
        CustomerId customer = site("lintel");
        add(customer, FRONT.in(Set.of(1, 2), Technology.BLUE));
        add(customer, ReaderDetails.named("Gate").withReaderId("G").in(Set.of(2), Technology.GREEN));

        assertEquals(
                List.of(
                        new ColouredGroups(Technology.BLUE, Set.of(1, 2), 1),
                        new ColouredGroups(Technology.GREEN, Set.of(2), 1)),
                bench.manager.readers().colours(customer));
        assertDoesNotThrow(() -> issue(customer, Technology.GREEN, Set.of(2)));
        assertDoesNotThrow(() -> issue(customer, Technology.BLUE, Set.of(2)));
        refused(ErrorCode.TECHNOLOGY_MISMATCH, () -> issue(customer, Technology.GREEN, Set.of(1)));
    }

    @Test
    @Requirement({"SSR-05", "SYN-04"})
    void item12UsersAndAutoSyncAreRefusedInSelfService() {
        CustomerId customer = site("baltech-self-service");
        SyncPeople sync = SyncPeople.of(
                customer,
                new CsvDirectory(ImportFile.of("First name,Last name,E-mail,ID\nAda,Byron,a@example.org,1\n")));

        refused(
                ErrorCode.ENROLMENT_NOT_OFFERED,
                () -> bench.manager
                        .people()
                        .add(TestBench.id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org")));
        refused(ErrorCode.ENROLMENT_NOT_OFFERED, () -> bench.manager.people().planSync(sync));
        refused(ErrorCode.ENROLMENT_NOT_OFFERED, () -> bench.manager.people().sync(TestBench.id(), sync));
        assertEquals(List.of(), bench.manager.people().list(customer, 0, 10));
    }

    private CustomerId site(String profile) {
        return bench.site(Suite.X25519, profile).site().customer();
    }

    private int add(CustomerId customer, ReaderDetails details) {
        return bench.manager
                .readers()
                .add(TestBench.id(), new AddReader(customer, details))
                .reader();
    }

    private void issue(CustomerId customer, Technology technology, Set<Integer> groups) {
        bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                bench.person(customer),
                                "Phone",
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                groups,
                                technology));
    }

    private List<ReaderDetails> registered(CustomerId customer) {
        return bench.manager.readers().list(customer, 0, 10).stream()
                .map(RegisteredReader::details)
                .toList();
    }

    private List<ReaderDetails> published(CustomerId customer) {
        return bench.manager.readers().published(customer, 0, 10).stream()
                .map(PublishedReader::details)
                .toList();
    }

    private String export(CustomerId customer) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            bench.manager.readers().exportFile(customer, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void refused(ErrorCode code, Executable command) {
        assertEquals(code, assertThrows(ManagerException.class, command).code());
    }
}
