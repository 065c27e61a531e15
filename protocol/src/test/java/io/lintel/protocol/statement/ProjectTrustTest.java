package io.lintel.protocol.statement;

import static io.lintel.protocol.statement.TestProject.KEY_EXPIRY;
import static io.lintel.protocol.statement.TestProject.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Spec({
    "TAP-11-2",
    "TAP-11-4",
    "TAP-11-15",
    "TAP-11-16",
    "TAP-11-17",
    "TAP-11-28",
    "TAP-11-31",
    "TAP-11-32",
    "TAP-11-33",
    "TAP-11-34"
})
class ProjectTrustTest {
    @ParameterizedTest
    @EnumSource(Suite.class)
    void verifiesWhatTheProjectsKeysSigned(Suite suite) {
        TestProject project = new TestProject(suite);
        ProjectTrust trust = project.trust();
        Signed<Credential> credential = project.sign(project.credential(project.newDhKey(), 7));
        Signed<ReaderCertificate> certificate = project.sign(project.readerCertificate());
        Signed<RevocationList> list = project.sign(project.list(1, SerialSet.of(7)));

        assertEquals(
                credential.value(),
                trust.verifyCredential(credential.bytes(), NOW).value());
        assertEquals(
                certificate.value(),
                trust.verifyReaderCertificate(certificate.bytes(), NOW).value());
        assertEquals(list.value(), trust.verifyList(list.bytes(), NOW).value());
        assertTrue(trust.trusts(credential, NOW));
        assertEquals(suite, trust.suite());
        assertEquals(suite, ProjectTrust.suiteOf(project.root().bytes()));
        assertEquals(project.root(), trust.root());
        assertEquals(Purpose.values().length, trust.issuingKeys().size());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"KEY-01", "SYS-01"})
    void statementsOfAnotherProjectAreRefused(Suite suite) {
        TestProject project = new TestProject(suite);
        TestProject other = new TestProject(suite);
        assertNotEquals(project.id(), other.id());
        for (StatementSamples sample : StatementSamples.of(other)) {
            if (sample.codec() != StatementKinds.ROOT) {
                assertNotAuthentic(() -> sample.verifier().apply(project.trust(), sample.signed()));
            }
        }
        Credential claimed = project.credential(other.newDhKey(), 1);
        assertNotAuthentic(
                () -> project.trust().verifyCredential(other.sign(claimed).bytes(), NOW));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void signatureOfOneKindNeverVerifiesAsAnother(Suite suite) {
        TestProject project = new TestProject(suite);
        for (StatementSamples sample : StatementSamples.of(project)) {
            for (StatementSamples other : StatementSamples.of(project)) {
                if (sample.codec() == other.codec()) {
                    continue;
                }
                // The very octets of another kind, and this kind's body signed under the other's context.
                assertThrows(StatementException.class, () -> sample.verify(other.signed()));
                Bytes crossed = project.forge(other.codec(), sample.issuer(), sample.body());
                assertNotAuthentic(() -> sample.verify(crossed));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void issuingKeySignsForItsOwnPurposeOnly(Suite suite) {
        TestProject project = new TestProject(suite);
        for (StatementSamples sample : StatementSamples.of(project)) {
            for (Purpose purpose : Purpose.values()) {
                SigningKeyPair key = project.key(purpose);
                if (!key.equals(sample.issuer())) {
                    assertNotAuthentic(() -> sample.verify(project.forge(sample.codec(), key, sample.body())));
                }
            }
        }
    }

    @Test
    @Spec("TAP-2.2-1")
    void rootOfAnotherSuiteOrSignedByAnotherKeyIsRefused() {
        TestProject project = new TestProject(Suite.X25519);
        TestProject other = new TestProject(Suite.P256);
        assertNotAuthentic(() -> ProjectTrust.pin(other.suite(), project.root().bytes(), List.of()));
        Bytes body = StatementForm.body(project.root().bytes());
        Bytes forged = project.forge(StatementKinds.ROOT, project.key(Purpose.LIST), body);
        assertNotAuthentic(() -> ProjectTrust.pin(project.suite(), forged, List.of()));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void issuingKeyMustBeTheRootsAndOneForEachRole(Suite suite) {
        TestProject project = new TestProject(suite);
        SigningKeyPair stranger = project.suite().generateSigningKeyPair();
        Signed<IssuingKey> second = project.issuingKey(Purpose.CREDENTIAL, 1, stranger);
        assertNotAuthentic(() -> project.trust().withIssuingKey(second.bytes()));
        Bytes selfMade = project.forge(StatementKinds.ISSUING_KEY, stranger, StatementForm.body(second.bytes()));
        assertNotAuthentic(() -> project.trust().withIssuingKey(selfMade));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void sameIssuingKeyAgainKeepsTheStatementIssuedLater(Suite suite) {
        TestProject project = new TestProject(suite);
        SigningKeyPair pair = project.key(Purpose.CREDENTIAL);
        IssuingKey longer = new IssuingKey(
                project.id(),
                Purpose.CREDENTIAL,
                1,
                pair.publicKey().encoded(),
                NOW.minusSeconds(1),
                KEY_EXPIRY.plusSeconds(1000));
        Bytes renewed =
                project.signer().sign(project.rootKey().privateKey(), longer).bytes();
        ProjectTrust trust = project.trust().withIssuingKey(renewed);
        assertEquals(Purpose.values().length, trust.issuingKeys().size());
        Signed<Credential> credential = project.sign(project.credential(project.newDhKey(), 1));
        assertTrue(trust.trusts(credential, KEY_EXPIRY));
        assertFalse(project.trust().trusts(credential, KEY_EXPIRY));
        List<Bytes> original = project.issuingKeys();
        for (Bytes key : original) {
            trust = trust.withIssuingKey(key);
        }
        assertTrue(trust.trusts(credential, KEY_EXPIRY), "an older statement does not shorten a newer one");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void expiredIssuingKeyAndStatementsOutsideItsTimeAreRefused(Suite suite) {
        TestProject project = new TestProject(suite);
        ProjectTrust trust = project.trust();
        Signed<Credential> credential = project.sign(project.credential(project.newDhKey(), 1));
        assertEquals(credential, trust.verifyCredential(credential.bytes(), KEY_EXPIRY.minusSeconds(1)));
        assertNotAuthentic(() -> trust.verifyCredential(credential.bytes(), KEY_EXPIRY));
        assertFalse(trust.trusts(credential, KEY_EXPIRY));
        for (Instant issued : List.of(TestProject.CREATED.minusSeconds(1), KEY_EXPIRY)) {
            Signed<ReaderCertificate> outside = project.sign(issuedAt(project, issued));
            assertNotAuthentic(() -> trust.verifyReaderCertificate(outside.bytes(), NOW));
        }
        assertTrue(trust.trusts(credential, TestProject.CREATED.minusSeconds(9)), "a reader's clock may lag");
    }

    private static ReaderCertificate issuedAt(TestProject project, Instant issued) {
        return new ReaderCertificate(
                project.id(),
                1,
                1,
                project.newDhKey(),
                project.newSigningKey(),
                Set.of(1),
                Technology.NONE,
                issued,
                KEY_EXPIRY.plusSeconds(10));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void epochsBelowTheMinimumAreRefusedAndTheMinimumNeverFalls(Suite suite) {
        TestProject project = new TestProject(suite);
        SigningKeyPair newKey = project.suite().generateSigningKeyPair();
        ProjectTrust trust = project.trust()
                .withIssuingKey(
                        project.issuingKey(Purpose.CREDENTIAL, 2, newKey).bytes());
        Signed<Credential> old = project.sign(project.credential(project.newDhKey(), 1));
        assertEquals(old, trust.verifyCredential(old.bytes(), NOW));

        ProjectTrust raised = trust.withMinimumIssuingEpoch(2);
        assertEquals(2, raised.minimumIssuingEpoch());
        assertNotAuthentic(() -> raised.verifyCredential(old.bytes(), NOW));
        assertFalse(raised.trusts(old, NOW));
        assertSame(raised, raised.withMinimumIssuingEpoch(1));
        assertThrows(IllegalArgumentException.class, () -> raised.withMinimumIssuingEpoch(0));
    }

    @Test
    void listRaisesTheMinimumOfItsOwnProjectOnly() {
        TestProject project = new TestProject(Suite.X25519);
        RevocationList plain = project.list(2, SerialSet.EMPTY);
        RevocationList raising = new RevocationList(
                plain.project(),
                plain.issuingEpoch(),
                plain.listEpoch(),
                plain.minimumKeyEpoch(),
                5,
                plain.issued(),
                plain.expires(),
                plain.revokedReaderKeys(),
                plain.revoked(),
                plain.group());
        Signed<RevocationList> list =
                project.trust().verifyList(project.sign(raising).bytes(), NOW);
        assertEquals(5, project.trust().withList(list).minimumIssuingEpoch());
        assertThrows(
                IllegalArgumentException.class,
                () -> new TestProject(Suite.X25519).trust().withList(list));
    }

    @Test
    void unknownEpochIsRefused() {
        TestProject project = new TestProject(Suite.X25519);
        ProjectTrust none = ProjectTrust.pin(project.suite(), project.root().bytes(), List.of());
        Signed<Credential> credential = project.sign(project.credential(project.newDhKey(), 1));
        assertNotAuthentic(() -> none.verifyCredential(credential.bytes(), NOW));
        assertFalse(none.trusts(credential, NOW));
    }

    @Test
    void keysOfTheOtherSuitesSizeAreRefusedOnBothSides() {
        TestProject project = new TestProject(Suite.X25519);
        Bytes otherKey = new TestProject(Suite.P256).newDhKey();
        Credential credential = project.credential(otherKey, 1);
        assertThrows(IllegalArgumentException.class, () -> project.sign(credential));
        Bytes forged = project.forge(
                StatementKinds.CREDENTIAL,
                project.key(Purpose.CREDENTIAL),
                StatementForm.encode(StatementKinds.CREDENTIAL, credential));
        assertNotAuthentic(() -> project.trust().verifyCredential(forged, NOW));
    }

    @Test
    void rootIsSignedByTheKeyThatItNames() {
        TestProject project = new TestProject(Suite.X25519);
        SigningKeyPair other = project.suite().generateSigningKeyPair();
        assertThrows(
                IllegalArgumentException.class,
                () -> project.signer().sign(other, project.root().value()));
    }

    @Test
    void tooManyIssuingKeysAreRefused() {
        TestProject project = new TestProject(Suite.X25519);
        ProjectTrust trust = project.trust();
        int epoch = 2;
        while (trust.issuingKeys().size() < 64) {
            trust = trust.withIssuingKey(project.issuingKey(Purpose.LIST, epoch++, project.key(Purpose.LIST))
                    .bytes());
        }
        ProjectTrust full = trust;
        Bytes oneMore = project.issuingKey(Purpose.LIST, epoch, project.key(Purpose.LIST))
                .bytes();
        assertThrows(IllegalStateException.class, () -> full.withIssuingKey(oneMore));
    }

    private static void assertNotAuthentic(Executable verification) {
        StatementException error = assertThrows(StatementException.class, verification);
        assertEquals(StatementException.Code.NOT_AUTHENTIC, error.code(), error::getMessage);
    }
}
