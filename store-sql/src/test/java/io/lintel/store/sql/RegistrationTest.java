package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderDetails.Switch;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.RegisteredReader.Publication;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.reader.ReadersPublished;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class RegistrationTest {

    private static final ReaderDetails FRONT = ReaderDetails.named("Front door").withReaderId("IMA XhOUJ");
    private static final ReaderDetails BACK =
            ReaderDetails.named("Back door").withMac(MacAddress.parse("00-1e-c0-25-ea-74"));

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    RegistrationTest(Database database) {
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
    @Requirement({"RDR-01", "RDR-02", "RDR-11"})
    void readerIsRegisteredWithEverythingThatTheFormHas() {
        ReaderDetails details = FRONT.withMac(MacAddress.parse("00:1E:C0:25:EA:74"))
                .in(Set.of(1), Technology.BLUE)
                .withSwitches(Switch.OFF, Switch.INHERITED)
                .withSignals(70, 55);

        int number = add(details);

        RegisteredReader reader = only();
        assertEquals(1, number);
        assertEquals(details, reader.details());
        assertEquals(Publication.PENDING, reader.publication());
        assertEquals(TestBench.START, reader.changed());
        assertEquals(List.of(Change.Kind.READER_ADDED), changes());
    }

    @Test
    @Requirement({"RDR-15", "RDR-19", "SYN-02"})
    void phonesKnowNothingOfAChangeUntilItIsPublished() {
        int front = add(FRONT);
        add(BACK);
        assertEquals(List.of(), published());
        assertEquals(2, bench.manager.readers().publication(customer).pending());

        assertEquals(new ReadersPublished(customer, 1, 2), publish());
        assertEquals(List.of(FRONT, BACK), published());
        assertEquals(
                Publication.SYNCED,
                bench.manager.readers().list(customer, 0, 1).get(0).publication());

        ReaderDetails renamed = BACK.withReaderId("IMA 00002");
        edit(2, renamed);
        remove(front);
        assertEquals(List.of(FRONT, BACK), published());
        assertEquals(2, bench.manager.readers().publication(customer).pending());
        assertEquals(Publication.PENDING, only().publication());

        assertEquals(new ReadersPublished(customer, 2, 2), publish());
        assertEquals(List.of(renamed), published());
        assertEquals(2, only().revision());
        assertEquals(0, bench.manager.readers().publication(customer).pending());
    }

    @Test
    void publicationWithoutAnythingPendingIsNoRevision() {
        add(FRONT);
        publish();

        assertEquals(new ReadersPublished(customer, 1, 0), publish());
        assertEquals(
                1,
                changes().stream().filter(Change.Kind.READERS_PUBLISHED::equals).count());
    }

    @Test
    void editThatIsTakenBackLeavesNothingToPublish() {
        add(FRONT);
        publish();
        edit(1, BACK);
        edit(1, FRONT);

        assertEquals(Publication.SYNCED, only().publication());
        assertEquals(0, bench.manager.readers().publication(customer).pending());
    }

    @Test
    void editThatChangesNothingIsNoChange() {
        add(FRONT);
        edit(1, FRONT);

        assertEquals(List.of(Change.Kind.READER_ADDED), changes());
    }

    @Test
    @Requirement("RDR-18")
    void idAndMacAddressAreUniqueInTheSite() {
        add(FRONT);
        add(BACK);

        refused(
                ErrorCode.DUPLICATE_READER,
                () -> add(ReaderDetails.named("Other").withReaderId("IMA XhOUJ")));
        refused(
                ErrorCode.DUPLICATE_READER,
                () -> edit(1, FRONT.withMac(BACK.mac().orElseThrow())));
        assertEquals(2, bench.manager.readers().list(customer, 0, 10).size());

        CustomerId other = bench.site().site().customer();
        assertEquals(
                1,
                bench.manager
                        .readers()
                        .add(TestBench.id(), new AddReader(other, FRONT))
                        .reader());
    }

    @Test
    void removedReaderMakesRoomForItsIdAndKeepsItsNumber() {
        int first = add(FRONT);
        publish();
        remove(first);

        assertEquals(2, add(FRONT));
        publish();
        assertEquals(
                List.of(2),
                bench.manager.readers().published(customer, 0, 10).stream()
                        .map(PublishedReader::number)
                        .toList());
    }

    @Test
    void unknownReaderIsNeitherEditedNorRemovedNorEnrolled() {
        refused(ErrorCode.NOT_FOUND, () -> edit(7, FRONT));
        refused(ErrorCode.NOT_FOUND, () -> remove(7));
        refused(ErrorCode.NOT_FOUND, () -> enroll(7));
    }

    @Test
    void repeatedCommandsAreDoneOnce() {
        CommandId add = TestBench.id();
        AddReader request = new AddReader(customer, FRONT);
        assertEquals(
                bench.manager.readers().add(add, request),
                bench.manager.readers().add(add, request));
        CommandId publish = TestBench.id();
        PublishReaders all = new PublishReaders(customer);
        assertEquals(
                bench.manager.readers().publish(publish, all),
                bench.manager.readers().publish(publish, all));

        assertEquals(1, bench.manager.readers().list(customer, 0, 10).size());
        assertThrows(
                ManagerException.Conflict.class, () -> bench.manager.readers().add(add, new AddReader(customer, BACK)));
    }

    @Test
    void registeredReaderIsEnrolledUnderItsNumberInItsGroups() {
        int number = add(FRONT.in(Set.of(4, 7), Technology.GREEN));

        ReaderEnrolled enrolled = enroll(number);

        assertEquals(number, enrolled.reader());
        EnrolledReader reader =
                bench.manager.readers().enrolled(customer, 0, 10).get(0);
        assertEquals("Front door", reader.name());
        assertEquals(Set.of(4, 7), reader.groups());
        assertEquals(Technology.GREEN, reader.technology());
        refused(ErrorCode.DUPLICATE_READER, () -> enroll(number));
    }

    @Test
    void enrolmentOfAnUnknownReaderRegistersIt() {
        bench.manager
                .readers()
                .enroll(TestBench.id(), EnrollReader.of(customer, "Front door", TestBench.readerRequest(Suite.X25519)));

        assertEquals(ReaderDetails.named("Front door"), only().details());
        edit(1, ReaderDetails.named("Gate"));
        assertEquals("Gate", only().details().name());
    }

    @Test
    void publicationCertifiesTheNewGroupsForTheSameKeys() {
        int number = add(FRONT);
        enroll(number);
        publish();
        EnrolledReader before =
                bench.manager.readers().enrolled(customer, 0, 10).get(0);

        edit(number, FRONT.in(Set.of(9), Technology.NONE));
        assertEquals(before, bench.manager.readers().enrolled(customer, 0, 10).get(0));
        publish();

        EnrolledReader after = bench.manager.readers().enrolled(customer, 0, 10).get(0);
        assertEquals(Set.of(9), after.groups());
        assertEquals(before.dhKey(), after.dhKey());
        assertTrue(!before.certificate().equals(after.certificate()));
    }

    @Test
    void removedReaderIsNoLongerEnrolledAndItsKeysAreNotTakenAgain() {
        var request = TestBench.readerRequest(Suite.X25519);
        int number = add(FRONT);
        bench.manager.readers().enroll(TestBench.id(), EnrollReader.registered(customer, number, request));
        remove(number);

        assertEquals(List.of(), bench.manager.readers().enrolled(customer, 0, 10));
        refused(
                ErrorCode.DUPLICATE_READER,
                () -> bench.manager.readers().enroll(TestBench.id(), EnrollReader.of(customer, "Again", request)));
    }

    private int add(ReaderDetails details) {
        return bench.manager
                .readers()
                .add(TestBench.id(), new AddReader(customer, details))
                .reader();
    }

    private void edit(int reader, ReaderDetails details) {
        bench.manager.readers().edit(TestBench.id(), new EditReader(customer, reader, details));
    }

    private void remove(int reader) {
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, reader));
    }

    private ReadersPublished publish() {
        return bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));
    }

    private ReaderEnrolled enroll(int reader) {
        return bench.manager
                .readers()
                .enroll(
                        TestBench.id(),
                        EnrollReader.registered(customer, reader, TestBench.readerRequest(Suite.X25519)));
    }

    private RegisteredReader only() {
        List<RegisteredReader> readers = bench.manager.readers().list(customer, 0, 10);
        assertEquals(1, readers.size());
        return readers.get(0);
    }

    private List<ReaderDetails> published() {
        return bench.manager.readers().published(customer, 0, 10).stream()
                .map(PublishedReader::details)
                .toList();
    }

    private List<Change.Kind> changes() {
        return bench.manager.events().audit(customer, 0, 100).stream()
                .map(change -> change.change().kind())
                .filter(kind -> kind.name().startsWith("READER"))
                .toList();
    }

    private static void refused(ErrorCode code, Executable command) {
        assertEquals(code, assertThrows(ManagerException.class, command).code());
    }
}
