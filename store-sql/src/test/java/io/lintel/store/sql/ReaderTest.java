package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryDatabase
class ReaderTest {

    private final Database database;
    private TestBench bench;

    ReaderTest(Database database) {
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
    @EnumSource
    @Requirement("KEY-05")
    void configurationPinsTheSiteAndCertifiesTheReadersKeys(Suite suite) {
        CryptoSuite crypto = TestBench.PRIMITIVES.suite(suite);
        CustomerId customer = bench.site(suite, Profiles.DEFAULT).site().customer();
        ReaderRequest request = TestBench.readerRequest(suite);
        ReaderEnrolled enrolled =
                bench.manager.readers().enroll(TestBench.id(), EnrollReader.of(customer, "Front door", request));

        try (ReaderArtefact artefact = export(customer, enrolled.reader());
                SecretBytes encoded = artefact.encode();
                ReaderArtefact decoded = ReaderArtefact.open(encoded, TestBench.PRIMITIVES::suite);
                SecretBytes projectKey = bench.store.read(
                        unit -> unit.keys().open(customer, KeyKind.PROJECT, 1).orElseThrow())) {
            ProjectTrust trust = ProjectTrust.pin(
                    crypto, decoded.content().root(), decoded.content().issuingKeys());
            ReaderCertificate certificate = trust.verifyReaderCertificate(
                            decoded.content().certificate(), TestBench.START)
                    .value();
            assertEquals(enrolled.certificate(), decoded.content().certificate());
            assertEquals(1, certificate.readerNumber());
            assertEquals(request.dhKey(), certificate.dhKey());
            assertEquals(request.signingKey(), certificate.signingKey());
            assertEquals(projectKey, decoded.content().projectKey().key());
            assertEquals(
                    1,
                    trust.verifyList(decoded.content().revocationList().orElseThrow(), TestBench.START)
                            .value()
                            .listEpoch());
            assertEquals(PolicySettings.recommended(), decoded.content().policy());
            assertEquals(200, decoded.content().coldAfterUses());
        }
    }

    @Test
    void otherTransportsAreSaidAtExport() {
        CustomerId customer = bench.site().site().customer();
        int reader = enroll(customer, TestBench.readerRequest(Suite.X25519)).reader();

        try (ReaderArtefact artefact = bench.manager
                .readers()
                .exportConfiguration(
                        TestBench.id(), new ExportReaderConfiguration(customer, reader, Set.of(Transport.TCP)))) {
            assertEquals(Set.of(Transport.TCP), artefact.content().policy().transports());
        }
    }

    @Test
    @Requirement("KEY-08")
    void everyExportOfTheProjectKeyIsAuditedAndNoTextShowsTheKey() {
        CustomerId customer = bench.site().site().customer();
        int reader = enroll(customer, TestBench.readerRequest(Suite.X25519)).reader();
        CommandId id = TestBench.id();
        ExportReaderConfiguration request = ExportReaderConfiguration.of(customer, reader);

        try (ReaderArtefact artefact = bench.manager.readers().exportConfiguration(id, request);
                ReaderArtefact again = bench.manager.readers().exportConfiguration(id, request)) {
            assertEquals(
                    artefact.content().projectKey().key(),
                    again.content().projectKey().key());
            String hex = hex(artefact.content().projectKey().key());
            assertFalse(artefact.toString().contains(hex));
            assertFalse(artefact.content().projectKey().toString().contains(hex));
        }
        assertEquals(
                2,
                bench.manager.events().audit(customer, 0, 100).stream()
                        .filter(change -> change.change().kind() == Change.Kind.READER_CONFIGURATION_EXPORTED)
                        .count());
    }

    @Test
    void readersAreNumberedAndListed() {
        CustomerId customer = bench.site().site().customer();
        enroll(customer, TestBench.readerRequest(Suite.X25519));
        enroll(customer, TestBench.readerRequest(Suite.X25519));

        assertEquals(
                List.of(1, 2),
                bench.manager.readers().enrolled(customer, 0, 10).stream()
                        .map(one -> one.number())
                        .toList());
    }

    @Test
    void requestThatItsKeyDidNotSignIsRefused() {
        CustomerId customer = bench.site().site().customer();
        ReaderRequest one = TestBench.readerRequest(Suite.X25519);
        ReaderRequest other = TestBench.readerRequest(Suite.X25519);
        ReaderRequest mixed = new ReaderRequest(Suite.X25519, one.dhKey(), other.signingKey(), other.signature());

        ManagerException refused = assertThrows(ManagerException.class, () -> enroll(customer, mixed));

        assertEquals(ErrorCode.POSSESSION_NOT_PROVEN, refused.code());
        assertEquals(List.of(), bench.manager.readers().enrolled(customer, 0, 10));
    }

    @Test
    void keysOfAnotherSuiteAreRefused() {
        CustomerId customer = bench.site().site().customer();

        ManagerException refused =
                assertThrows(ManagerException.class, () -> enroll(customer, TestBench.readerRequest(Suite.P256)));

        assertEquals(ErrorCode.INVALID_REQUEST, refused.code());
    }

    @Test
    void keysThatAreEnrolledAreRefused() {
        CustomerId customer = bench.site().site().customer();
        ReaderRequest request = TestBench.readerRequest(Suite.X25519);
        enroll(customer, request);

        ManagerException refused = assertThrows(ManagerException.class, () -> enroll(customer, request));

        assertEquals(ErrorCode.DUPLICATE_READER, refused.code());
    }

    private ReaderEnrolled enroll(CustomerId customer, ReaderRequest request) {
        return bench.manager.readers().enroll(TestBench.id(), EnrollReader.of(customer, "Door", request));
    }

    private ReaderArtefact export(CustomerId customer, int reader) {
        return bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, reader));
    }

    private static String hex(SecretBytes secret) {
        return Bytes.copyOf(secret.copy()).toHex();
    }
}
