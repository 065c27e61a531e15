package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.DoorBehaviour.Buzzer;
import io.lintel.protocol.reader.DoorBehaviour.StatusLed;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.SystemPair;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderDetails.Switch;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.organisation.EditSystem;
import io.lintel.sdk.organisation.SystemEntry;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.EditReaderProject;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ExportReaderConfiguration.Directory;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.ReaderProject;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers are told: what is published, signed, one revision above the last. */
@OnEveryDatabase
class ReaderConfigurationTest {

    private static final DoorBehaviour QUIET = new DoorBehaviour(
            StatusLed.STEADY,
            Buzzer.OFF,
            Duration.ofSeconds(8),
            new WiegandOutput(WiegandFormat.H10306, OptionalInt.of(12)));

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private int reader;

    ReaderConfigurationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site(Suite.X25519, "imaporter").site().customer();
        reader = bench.manager
                .readers()
                .enroll(TestBench.id(), EnrollReader.of(customer, "Front door", TestBench.readerRequest(Suite.X25519)))
                .reader();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"SYS-01", "SYS-08"})
    void systemIdAndKeyAreThoseOfThePortal() {
        try (TypedSecret key = TypedSecret.of("Key12345".toCharArray())) {
            bench.manager
                    .organisations()
                    .editSystem(TestBench.id(), new EditSystem(customer, SystemEntry.full("Town", "Alfa0001", key)));

            try (ReaderArtefact artefact = export()) {
                SystemPair pair = artefact.content().system().orElseThrow();
                assertEquals(
                        bench.manager
                                .organisations()
                                .customer(customer)
                                .system()
                                .id(),
                        Optional.of(pair.id()));
                assertEquals(key.octets(), pair.key());
                assertFalse((artefact + " " + artefact.content() + " " + pair).contains("Key12345"));
            }
        }
    }

    @Test
    @Requirement({"SYS-13", "SYS-15"})
    void projectHasNameSystemBehaviourAndCardStructure() {
        try (TypedSecret key = TypedSecret.of("Key12345".toCharArray())) {
            bench.manager
                    .organisations()
                    .editSystem(TestBench.id(), new EditSystem(customer, SystemEntry.full("Town", "Alfa0001", key)));
        }

        ReaderProject project =
                bench.manager.readers().editProject(TestBench.id(), new EditReaderProject(customer, QUIET));

        assertEquals("Town", project.name());
        assertEquals(Optional.of("Alfa0001"), project.systemId());
        assertEquals(
                bench.manager.organisations().customer(customer).system().keyFingerprint(),
                project.systemKeyFingerprint());
        assertEquals(QUIET, project.registered());
        assertEquals(project, bench.manager.readers().project(customer));
    }

    @Test
    @Requirement({"RDR-15", "SYN-02"})
    void readersAreToldNothingOfAChangeUntilItIsPublished() {
        ReaderDetails details = ReaderDetails.named("Main door")
                .in(Set.of(7), Technology.BLUE)
                .withSwitches(Switch.INHERITED, Switch.OFF)
                .withSignals(70, 55)
                .withReaderId("IMA XhOUJ");
        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));
        bench.manager
                .readers()
                .edit(TestBench.id(), new EditReader(customer, reader, details.in(Set.of(1), Technology.BLUE)));
        bench.manager.readers().editProject(TestBench.id(), new EditReaderProject(customer, QUIET));
        assertEquals(2, bench.manager.readers().publication(customer).pending());

        try (ReaderArtefact before = export()) {
            assertEquals("Front door", before.content().door().name());
            assertEquals(DoorBehaviour.standard(), before.content().door().behaviour());
            assertEquals(EnumSet.allOf(Trigger.class), before.content().policy().triggers());
            assertEquals(Technology.NONE, before.certificate().technology());
        }

        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));

        try (ReaderArtefact after = export()) {
            assertEquals("Main door", after.content().door().name());
            assertEquals(70, after.content().door().signalPercent());
            assertEquals(55, after.content().door().oneTapPercent());
            assertEquals(QUIET, after.content().door().behaviour());
            assertEquals(Set.of(Trigger.LIST), after.content().policy().triggers());
            assertEquals(Technology.BLUE, after.certificate().technology());
        }
        assertEquals(0, bench.manager.readers().publication(customer).pending());
        assertEquals(QUIET, bench.manager.readers().project(customer).published());
    }

    @Test
    void everyConfigurationIsARevisionAboveTheLast() {
        CommandId id = TestBench.id();
        ExportReaderConfiguration request = ExportReaderConfiguration.of(customer, reader);
        try (ReaderArtefact first = bench.manager.readers().exportConfiguration(id, request);
                ReaderArtefact again = bench.manager.readers().exportConfiguration(id, request);
                ReaderArtefact other = export()) {
            assertEquals(List.of(1L, 2L, 3L), List.of(first.revision(), again.revision(), other.revision()));
            other.requireAcceptable(
                    first.certificate().dhKey(), first.certificate().signingKey(), Optional.of(first));
        }
    }

    @Test
    void readerIsGivenTheCredentialsOnPhonesThatOpenIt() {
        CredentialIssued onPhone = bench.credential(customer);
        bench.phone(Suite.X25519).redeem(bench.manager, onPhone.activation());
        CredentialIssued revoked = bench.credential(customer);
        bench.phone(Suite.X25519).redeem(bench.manager, revoked.activation());
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, revoked.serial()));
        bench.credential(customer);

        try (ReaderArtefact artefact = export()) {
            List<Long> serials = artefact.content().directory().stream()
                    .map(artefact.trust()::verifyCredentialAsIssued)
                    .map(signed -> signed.value().serial())
                    .toList();
            assertEquals(List.of(onPhone.serial()), serials);
        }
        ExportReaderConfiguration without = new ExportReaderConfiguration(customer, reader, Set.of(), Directory.NONE);
        try (ReaderArtefact artefact = bench.manager.readers().exportConfiguration(TestBench.id(), without)) {
            assertTrue(artefact.content().directory().isEmpty());
        }
    }

    @Test
    void readerOfAnotherColourIsGivenNone() {
        bench.phone(Suite.X25519)
                .redeem(bench.manager, bench.credential(customer).activation());
        EnrollReader elsewhere =
                new EnrollReader(customer, "Store", Set.of(1), Technology.GREEN, TestBench.readerRequest(Suite.X25519));
        reader = bench.manager.readers().enroll(TestBench.id(), elsewhere).reader();

        try (ReaderArtefact artefact = export()) {
            assertEquals(List.of(), artefact.content().directory());
        }
    }

    private ReaderArtefact export() {
        return bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, reader));
    }
}
