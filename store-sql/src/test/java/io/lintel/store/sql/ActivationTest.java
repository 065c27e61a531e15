package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.PhoneActivation;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.protocol.statement.Credential;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryDatabase
class ActivationTest {

    private final Database database;
    private TestBench bench;

    ActivationTest(Database database) {
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
    @Requirement({"KEY-04", "ACT-17", "ACT-08"})
    @Spec("TAP-12-25")
    void redeemingPutsTheCredentialOnThePhone(Suite suite) {
        CustomerId customer = bench.site(suite, Profiles.DEFAULT).site().customer();
        bench.manager
                .readers()
                .enroll(TestBench.id(), EnrollReader.of(customer, "Front door", TestBench.readerRequest(suite)));
        CredentialIssued issued = bench.credential(customer);
        Phone phone = bench.phone(suite);

        ActivationGrant grant = granted(phone.redeem(bench.manager, issued.activation()));

        VerifiedGrant verified = VerifiedGrant.of(
                grant, TestBench.PRIMITIVES.suite(suite), phone.holder().publicKey(), TestBench.START);
        Credential credential = verified.credential().value();
        assertEquals(issued.serial(), credential.serial());
        assertEquals(issued.accessNumber(), credential.accessNumber());
        assertEquals(TestBench.START.plus(Duration.ofDays(3)), credential.leaseEnd());
        assertEquals(1, verified.readerCertificates().size());
        assertTrue(verified.revocationList().isPresent());
        assertEquals("Town hall", grant.displayName());
        try (SecretBytes projectKey = bench.store.read(
                unit -> unit.keys().open(customer, KeyKind.PROJECT, 1).orElseThrow())) {
            assertEquals(projectKey, grant.projectKey());
        }
        assertEquals(
                CredentialState.ACTIVE,
                bench.manager.credentials().get(customer, issued.serial()).state());
        assertEquals(
                Device.Status.ACTIVE,
                bench.store
                        .read(unit -> unit.people().findDevice(customer, issued.device()))
                        .orElseThrow()
                        .status());
    }

    @Test
    @Requirement({"CFG-01", "CFG-08"})
    void phoneShowsTheKeyNameOfTheSite() {
        CustomerId customer = bench.site().site().customer();
        bench.manager
                .organisations()
                .editKeySettings(TestBench.id(), new EditKeySettings(customer, KeyEntry.proposal("Works, gate 2")));

        for (int i = 0; i < 2; i++) {
            CredentialIssued issued = bench.credential(customer);
            ActivationGrant grant = granted(bench.phone(Suite.X25519).redeem(bench.manager, issued.activation()));
            assertEquals("Works, gate 2", grant.displayName());
        }
    }

    @Test
    @Spec({"TAP-10-23", "TAP-12-24", "TAP-12-27"})
    void sameRequestAgainGetsTheSameCredential() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());
        Phone phone = bench.phone(Suite.X25519);
        Bytes first = granted(phone.redeem(bench.manager, issued.activation())).credential();
        bench.clock.set(TestBench.START.plusSeconds(30));

        Bytes again = granted(phone.redeem(bench.manager, issued.activation())).credential();

        assertEquals(first, again);
    }

    @Test
    void recordedRequestGetsAnAnswerThatOnlyItsPhoneReads() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());
        Phone phone = bench.phone(Suite.X25519);
        try (PhoneActivation activation = phone.start(issued.activation())) {
            Bytes toThePhone = bench.manager.phones().redeem(activation.request());
            Bytes toTheRecorder = bench.manager.phones().redeem(activation.request());

            assertTrue(!toThePhone.equals(toTheRecorder));
            granted(activation.receive(toTheRecorder));
        }
    }

    @Test
    @Requirement({"ACT-05", "ACT-11"})
    @Spec("TAP-12-23")
    void secondRedeemIsRefused() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());
        Phone phone = bench.phone(Suite.X25519);
        granted(phone.redeem(bench.manager, issued.activation()));

        Phone sameDeviceNewRequest = new Phone(suite(), phone.holder(), Phone.newRequestId(TestBench.RANDOM));
        Phone otherDeviceSameRequest = new Phone(suite(), suite().generateDhKeyPair(), phone.requestId());

        assertEquals(
                ActivationRefusal.ALREADY_USED,
                refusal(sameDeviceNewRequest.redeem(bench.manager, issued.activation())));
        assertEquals(
                ActivationRefusal.ALREADY_USED,
                refusal(otherDeviceSameRequest.redeem(bench.manager, issued.activation())));
    }

    @Test
    @Requirement("ACT-13")
    void expiredCodeIsRefused() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());

        bench.clock.set(issued.activation().expires().minusSeconds(1));
        granted(bench.phone(Suite.X25519).redeem(bench.manager, issued.activation()));

        CredentialIssued late = bench.credential(bench.site().site().customer());
        bench.clock.set(late.activation().expires());
        assertEquals(
                ActivationRefusal.EXPIRED, refusal(bench.phone(Suite.X25519).redeem(bench.manager, late.activation())));
    }

    @Test
    @Requirement({"ACT-05", "ACT-06"})
    void codeLivesOneCalendarMonthWherePolicySaysSo() {
        CustomerId customer = bench.site(Suite.X25519, "imaporter").site().customer();
        bench.clock.set(Instant.parse("2027-03-07T21:24:00Z"));
        assertEquals(
                Instant.parse("2027-04-07T21:24:00Z"),
                bench.credential(customer).activation().expires());

        bench.clock.set(Instant.parse("2028-01-31T08:00:00Z"));
        assertEquals(
                Instant.parse("2028-02-29T08:00:00Z"),
                bench.credential(customer).activation().expires());
    }

    @Test
    @Requirement("ACT-14")
    void newCodeVoidsTheOldOne() {
        CustomerId customer = bench.site().site().customer();
        CredentialIssued issued = bench.credential(customer);
        ActivationTicket fresh = bench.manager
                .credentials()
                .resendActivation(TestBench.id(), new ResendActivation(customer, issued.serial()));

        assertEquals(
                ActivationRefusal.UNKNOWN_CODE,
                refusal(bench.phone(Suite.X25519).redeem(bench.manager, issued.activation())));
        granted(bench.phone(Suite.X25519).redeem(bench.manager, fresh));
    }

    @Test
    void revokedCredentialIsNotActivatedNeitherFirstNorAgain() {
        CustomerId customer = bench.site().site().customer();
        CredentialIssued unused = bench.credential(customer);
        CredentialIssued used = bench.credential(customer);
        Phone phone = bench.phone(Suite.X25519);
        granted(phone.redeem(bench.manager, used.activation()));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, unused.serial()));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, used.serial()));

        assertEquals(
                ActivationRefusal.CREDENTIAL_ENDED,
                refusal(bench.phone(Suite.X25519).redeem(bench.manager, unused.activation())));
        assertEquals(ActivationRefusal.CREDENTIAL_ENDED, refusal(phone.redeem(bench.manager, used.activation())));
    }

    @Test
    void leaseNeverOutlivesTheValidity() {
        CustomerId customer = bench.site().site().customer();
        Instant end = TestBench.START.plus(Duration.ofHours(5));
        IssueCredential plain = IssueCredential.of(customer, bench.person(customer), "Phone");
        CredentialIssued issued = bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                plain.person(),
                                plain.deviceName(),
                                plain.accessNumber(),
                                Optional.empty(),
                                Optional.of(end),
                                plain.groups(),
                                plain.technology()));
        Phone phone = bench.phone(Suite.X25519);

        ActivationGrant grant = granted(phone.redeem(bench.manager, issued.activation()));

        Credential credential = VerifiedGrant.of(grant, suite(), phone.holder().publicKey(), TestBench.START)
                .credential()
                .value();
        assertEquals(end, credential.leaseEnd());
        bench.clock.set(end);
        assertEquals(ActivationRefusal.CREDENTIAL_ENDED, refusal(phone.redeem(bench.manager, issued.activation())));
    }

    @Test
    @Requirement("ACT-19")
    void guessesAreLimitedPerSource() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());
        ActivationTicket guess = new ActivationTicket(
                Suite.X25519,
                issued.activation().managerKey(),
                ActivationCode.generate(TestBench.RANDOM),
                issued.activation().expires());
        Phone guesser = bench.phone(Suite.X25519);
        IntStream.range(0, 20)
                .forEach(i ->
                        assertEquals(ActivationRefusal.UNKNOWN_CODE, refusal(guesser.redeem(bench.manager, guess))));

        ActivationResult.Refused limited =
                assertInstanceOf(ActivationResult.Refused.class, guesser.redeem(bench.manager, issued.activation()));
        assertEquals(ActivationRefusal.RATE_LIMITED, limited.reason());
        assertEquals(Optional.of(Duration.ofMinutes(1)), limited.retryAfter());

        try (PhoneActivation elsewhere = guesser.start(issued.activation())) {
            granted(elsewhere.receive(bench.manager.phones().redeem(elsewhere.request(), "elsewhere")));
        }
    }

    @Test
    @Requirement("ACT-19")
    @Spec("TAP-12-3")
    void storeHoldsNoCode() throws IOException, SQLException {
        CustomerId customer = bench.site().site().customer();
        ActivationCode code = bench.credential(customer).activation().code();

        bench.store.close();
        assertTrue(bench.database.octets().contains("Town hall"), "the search finds what is there");
        assertTrue(!bench.database.octets().contains(code.text()), "a code in the database");
    }

    @Test
    void requestThatDoesNotOpenGetsNoAnswer() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());
        try (PhoneActivation activation = bench.phone(Suite.X25519).start(issued.activation())) {
            byte[] damaged = activation.request().toByteArray();
            damaged[damaged.length - 1] ^= 1;

            ManagerException refused = assertThrows(
                    ManagerException.class, () -> bench.manager.phones().redeem(Bytes.copyOf(damaged), "test"));

            assertEquals(ErrorCode.ACTIVATION_NOT_AUTHENTIC, refused.code());
            granted(activation.receive(bench.manager.phones().redeem(activation.request(), "test")));
        }
        for (Bytes garbage : new Bytes[] {Bytes.EMPTY, Bytes.of(0x10), Bytes.of(0x10, 1), Bytes.of(0x10, 9, 9)}) {
            assertThrows(
                    ManagerException.Refused.class, () -> bench.manager.phones().redeem(garbage, "test"));
        }
    }

    private static CryptoSuite suite() {
        return TestBench.PRIMITIVES.suite(Suite.X25519);
    }

    static ActivationGrant granted(ActivationResult result) {
        return assertInstanceOf(ActivationResult.Activated.class, result).grant();
    }

    private static ActivationRefusal refusal(ActivationResult result) {
        return assertInstanceOf(ActivationResult.Refused.class, result).reason();
    }
}
