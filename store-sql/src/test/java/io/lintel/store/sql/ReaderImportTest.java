package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.LineProblem;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.RegisteredReader.Publication;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.sync.Difference;
import io.lintel.sdk.sync.ImportCounts;
import io.lintel.sdk.sync.ImportFile;
import io.lintel.sdk.sync.ImportPlan;
import io.lintel.testing.Requirement;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class ReaderImportTest {

    private static final ReaderDetails FRONT = ReaderDetails.named("Front door").withReaderId("IMA XhOUJ");
    private static final ReaderDetails BACK =
            ReaderDetails.named("Back door").withMac(MacAddress.parse("00:1E:C0:25:EA:74"));

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    ReaderImportTest(Database database) {
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
    @Requirement({"RDR-11", "RDR-13", "RDR-14"})
    void whatOneSiteExportsAnotherImportsAsItIs() {
        add(FRONT);
        add(BACK.withSignals(70, 55));
        String file = export(customer);
        CustomerId other = bench.site().site().customer();

        assertEquals(new ImportCounts(2, 0, 0, 0, 0), importFile(other, file));

        assertEquals(details(customer), details(other));
        assertEquals(file, export(other));
        assertEquals(new ImportCounts(0, 0, 2, 0, 0), importFile(other, file));
    }

    @Test
    @Requirement("RDR-18")
    void entryIsTheReaderWithItsIdElseTheOneWithItsMacAddress() {
        add(FRONT);
        add(BACK);

        ImportCounts counts = importFile(customer, file("""
                {"name": "Main entrance", "readerId": "IMA XhOUJ", "mac": "00:00:00:00:00:01"},
                {"name": "Garage", "mac": "001ec025ea74", "signalPercent": 70},
                {"name": "New", "readerId": "IMA 00003"}
                """));

        assertEquals(new ImportCounts(1, 2, 0, 0, 0), counts);
        assertEquals(
                List.of(
                        ReaderDetails.named("Main entrance")
                                .withReaderId("IMA XhOUJ")
                                .withMac(MacAddress.parse("00:00:00:00:00:01")),
                        ReaderDetails.named("Garage")
                                .withMac(BACK.mac().orElseThrow())
                                .withSignals(70, 40),
                        ReaderDetails.named("New").withReaderId("IMA 00003")),
                details(customer));
    }

    @Test
    @Requirement("RDR-18")
    void readersThatTheFileDoesNotMentionStay() {
        add(FRONT);
        add(BACK);

        assertEquals(
                new ImportCounts(0, 0, 1, 1, 0),
                importFile(customer, file("{\"name\": \"Front door\", \"readerId\": \"IMA XhOUJ\"}")));
        assertEquals(List.of(FRONT, BACK), details(customer));
    }

    @Test
    @Requirement("RDR-18")
    void dryRunSaysWhatWouldChangeAndChangesNothing() {
        add(FRONT);

        ImportPlan plan = bench.manager.readers().planImport(request(customer, file("""
                {"name": "Gate", "readerId": "IMA XhOUJ"},
                {"name": "New", "readerId": "IMA 00003"}
                """)));

        assertEquals(new ImportCounts(1, 1, 0, 0, 0), plan.counts());
        assertEquals(
                List.of("~ 1 Gate, name: \"Front door\" -> \"Gate\"", "+ New"),
                plan.differences().stream().map(Difference::describe).toList());
        assertEquals(List.of(FRONT), details(customer));
    }

    @Test
    @Requirement("RDR-15")
    void importWaitsForThePublication() {
        importFile(customer, file("{\"name\": \"New\", \"readerId\": \"IMA 00003\"}"));

        assertEquals(List.of(), bench.manager.readers().published(customer, 0, 10));
        assertEquals(1, bench.manager.readers().publication(customer).pending());
        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));
        assertEquals(
                Publication.SYNCED,
                bench.manager.readers().list(customer, 0, 10).get(0).publication());
    }

    @Test
    void everyMistakeIsNamedWithItsLineAndNothingChanges() {
        add(FRONT);
        add(BACK);

        ManagerException.BadFile refused =
                assertThrows(ManagerException.BadFile.class, () -> importFile(customer, file("""
                        {"name": "Good", "readerId": "IMA 00003"},
                        {"name": "Nobody"},
                        {"name": "Good again", "readerId": "IMA 00003"},
                        {"readerId": "IMA 00004"},
                        {"name": "Both", "readerId": "IMA XhOUJ", "mac": "00:1E:C0:25:EA:74"},
                        {"name": "Odd", "readerId": "IMA 00005", "colour": "red", "signalPercent": "near"},
                        {"name": "Far", "readerId": "IMA 00006", "signalPercent": 101},
                        {"name": "Wrong", "mac": "no address"},
                        {"name": "Unknown", "fingerprint": "ZZ"}
                        """)));

        assertEquals(ErrorCode.FILE_INVALID, refused.code());
        assertEquals(
                List.of(3L, 4L, 5L, 6L, 7L, 7L, 8L, 9L, 10L),
                refused.problems().stream().map(LineProblem::line).toList());
        assertEquals(9, refused.total());
        assertTrue(refused.getMessage().contains("line 3: "), refused.getMessage());
        assertEquals(List.of(FRONT, BACK), details(customer));
    }

    @Test
    void fingerprintFindsTheReaderThatHasNeitherIdNorAddress() {
        bench.manager
                .readers()
                .enroll(TestBench.id(), EnrollReader.of(customer, "Front door", TestBench.readerRequest(Suite.X25519)));
        String file = export(customer);
        assertTrue(file.contains("fingerprint"), file);

        assertEquals(new ImportCounts(0, 1, 0, 0, 0), importFile(customer, file.replace("Front door", "Gate")));
        assertEquals("Gate", details(customer).get(0).name());

        CustomerId other = bench.site().site().customer();
        assertThrows(ManagerException.BadFile.class, () -> importFile(other, file));
    }

    @Test
    void repeatedImportTellsTheFirstResultAlthoughReadersHaveChanged() {
        CommandId id = TestBench.id();
        ImportReaders request =
                request(customer, file("{\"name\": \"New\", \"readerId\": \"IMA 00003\", \"mac\": \"000000000001\"}"));
        ImportCounts first = bench.manager.readers().importFile(id, request).counts();
        bench.manager
                .readers()
                .edit(
                        TestBench.id(),
                        new EditReader(customer, 1, ReaderDetails.named("Kept").withReaderId("IMA 00009")));
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, 1));
        add(ReaderDetails.named("One").withReaderId("IMA 00003"));
        add(ReaderDetails.named("Two").withMac(MacAddress.parse("000000000001")));

        assertEquals(first, bench.manager.readers().importFile(id, request).counts());
        assertEquals(2, details(customer).size());
    }

    @Test
    void fileThatChangesBetweenTheReadingsChangesNothing() {
        Iterator<String> contents = List.of(
                        file("{\"name\": \"One\", \"readerId\": \"IMA 00001\"}"),
                        file("{\"name\": \"Two\", \"readerId\": \"IMA 00002\"}"))
                .iterator();

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager
                        .readers()
                        .importFile(
                                TestBench.id(),
                                ImportReaders.of(
                                        customer,
                                        () -> ImportFile.of(contents.next()).open())));

        assertEquals(ErrorCode.FILE_UNREADABLE, refused.code());
        assertEquals(List.of(), details(customer));
    }

    @Test
    void fileThatCannotBeReadIsRefusedWithoutItsPath(@TempDir Path directory) {
        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager
                        .readers()
                        .importFile(
                                TestBench.id(),
                                ImportReaders.of(customer, ImportFile.of(directory.resolve("missing.json")))));

        assertEquals(ErrorCode.FILE_UNREADABLE, refused.code());
        assertFalse(refused.getMessage().contains(directory.toString()));
    }

    private void add(ReaderDetails details) {
        bench.manager.readers().add(TestBench.id(), new AddReader(customer, details));
    }

    private List<ReaderDetails> details(CustomerId of) {
        return bench.manager.readers().list(of, 0, 100).stream()
                .map(RegisteredReader::details)
                .toList();
    }

    private String export(CustomerId of) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            bench.manager.readers().exportFile(of, out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private ImportCounts importFile(CustomerId into, String text) {
        return bench.manager
                .readers()
                .importFile(TestBench.id(), request(into, text))
                .counts();
    }

    private static ImportReaders request(CustomerId into, String text) {
        return ImportReaders.of(into, ImportFile.of(text));
    }

    /** The readers begin on line 2. */
    private static String file(String readers) {
        return "{\"format\": \"lintel-readers\", \"version\": 1, \"readers\": [\n" + readers + "]}\n";
    }
}
