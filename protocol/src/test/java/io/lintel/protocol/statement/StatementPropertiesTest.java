package io.lintel.protocol.statement;

import static io.lintel.protocol.statement.TestProject.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.serials.SerialSet;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class StatementPropertiesTest {
    private static final Map<Suite, TestProject> PROJECTS = new EnumMap<>(Suite.class);
    private static final Map<Suite, Bytes> KEYS = new EnumMap<>(Suite.class);

    private static final Map<Suite, ReaderCertificate> READERS = new EnumMap<>(Suite.class);

    static {
        for (Suite suite : Suite.values()) {
            PROJECTS.put(suite, new TestProject(suite));
            READERS.put(suite, PROJECTS.get(suite).readerCertificate());
            KEYS.put(suite, PROJECTS.get(suite).newDhKey());
        }
    }

    @Property(tries = 200)
    void credentialSurvivesSigningAndVerifying(@ForAll Suite suite, @ForAll("credentials") CredentialShape shape) {
        TestProject project = PROJECTS.get(suite);
        Credential credential = shape.fitting(project, KEYS.get(suite));
        Signed<Credential> signed = project.sign(credential);
        assertTrue(signed.bytes().size() <= Credential.MAX_SIGNED_SIZE_BYTES);
        Signed<Credential> verified = project.trust().verifyCredential(signed.bytes(), NOW);
        assertEquals(credential, verified.value());
        assertEquals(signed, verified);
        assertEquals(signed.reference(), verified.reference());
    }

    @Property(tries = 100)
    void readerCertificateSurvivesSigningAndVerifying(
            @ForAll Suite suite,
            @ForAll @IntRange(min = 1) int readerNumber,
            @ForAll @Size(min = 1, max = 8) Set<@IntRange(min = 1, max = 16_383) Integer> groups,
            @ForAll Technology technology) {
        TestProject project = PROJECTS.get(suite);
        ReaderCertificate certificate = new ReaderCertificate(
                project.id(),
                1,
                readerNumber,
                KEYS.get(suite),
                KEYS.get(suite),
                groups,
                technology,
                NOW,
                NOW.plusSeconds(1));
        Signed<ReaderCertificate> signed = project.sign(certificate);
        assertTrue(signed.bytes().size() <= ReaderCertificate.MAX_SIGNED_SIZE_BYTES);
        assertEquals(
                certificate,
                project.trust().verifyReaderCertificate(signed.bytes(), NOW).value());
    }

    @Property(tries = 100)
    void listSurvivesSigningAndVerifying(
            @ForAll Suite suite,
            @ForAll @Size(max = 300) Set<@LongRange(min = 1, max = 0xffff_ffffL) Long> serials,
            @ForAll @LongRange(min = 1, max = 0xffff_ffffL) long listEpoch) {
        TestProject project = PROJECTS.get(suite);
        RevocationList list = project.list(listEpoch, SerialSet.of(serials));
        RevocationList verified =
                project.trust().verifyList(project.sign(list).bytes(), NOW).value();
        assertEquals(list, verified);
        for (long serial : serials) {
            assertTrue(verified.revokes(serial));
        }
    }

    @Property(tries = 100)
    void headSurvivesSigningAndVerifying(
            @ForAll Suite suite,
            @ForAll @LongRange(min = 1, max = 0xffff_ffffL) long listEpoch,
            @ForAll @IntRange(max = 16_383) int group,
            @ForAll @IntRange(min = 65, max = RevocationList.MAX_SIGNED_SIZE_BYTES) int size) {
        TestProject project = PROJECTS.get(suite);
        Bytes hash = Sha256.digest(Bytes.of(size & 0xff));
        ListHead head = new ListHead(project.id(), 1, listEpoch, NOW, group, size, hash, hash);
        Signed<ListHead> signed = project.sign(head);
        assertTrue(signed.bytes().size() <= ListHead.MAX_SIGNED_SIZE_BYTES);
        assertEquals(head, project.trust().verifyListHead(signed.bytes(), NOW).value());
    }

    @Property(tries = 100)
    void receiptSurvivesSigningAndVerifying(
            @ForAll Suite suite,
            @ForAll Optional<@LongRange(min = 1, max = 0xffff_ffffL) Long> listEpoch,
            @ForAll @LongRange(max = 0xffff_ffffL) long revision,
            @ForAll Optional<@LongRange(min = 1, max = 0xffff_ffffL) Long> clock,
            @ForAll @LongRange(min = 1, max = 0xffff_ffffL) long number) {
        TestProject project = PROJECTS.get(suite);
        SigningKeyPair key = project.suite().generateSigningKeyPair();
        ReaderCertificate reader = project.readerCertificate(key);
        Receipt receipt = new Receipt(
                project.id(),
                reader.keyFingerprint(),
                listEpoch.map(epoch -> new Receipt.ListInForce(epoch, Sha256.digest(Bytes.of(1)))),
                revision,
                clock.map(Instant::ofEpochSecond),
                number);
        Signed<Receipt> signed = new StatementSigner(project.suite()).sign(key.privateKey(), receipt);
        assertTrue(signed.bytes().size() <= Receipt.MAX_SIGNED_SIZE_BYTES);
        assertEquals(
                receipt, project.trust().verifyReceipt(reader, signed.bytes()).value());
        ReaderCertificate other = READERS.get(suite);
        assertThrows(StatementException.class, () -> project.trust().verifyReceipt(other, signed.bytes()));
    }

    @Property
    void octetsThatNobodySignedAreRefusedWithATypedError(
            @ForAll Suite suite, @ForAll @Size(max = 300) List<Byte> octets) {
        byte[] garbage = new byte[octets.size()];
        for (int i = 0; i < garbage.length; i++) {
            garbage[i] = octets.get(i);
        }
        Bytes bytes = Bytes.copyOf(garbage);
        ProjectTrust trust = PROJECTS.get(suite).trust();
        assertThrows(StatementException.class, () -> trust.verifyCredential(bytes, NOW));
        assertThrows(StatementException.class, () -> trust.verifyReaderCertificate(bytes, NOW));
        assertThrows(StatementException.class, () -> trust.verifyList(bytes, NOW));
        assertThrows(StatementException.class, () -> trust.verifyListHead(bytes, NOW));
        assertThrows(StatementException.class, () -> trust.verifyReceipt(READERS.get(suite), bytes));
        assertThrows(StatementException.class, () -> trust.withIssuingKey(bytes));
        assertThrows(StatementException.class, () -> ProjectTrust.suiteOf(bytes));
    }

    /** The values of a credential, which may be too many for 160 octets. */
    record CredentialShape(
            long serial,
            long accessNumber,
            int validFromSeconds,
            Optional<Integer> validitySeconds,
            Set<Integer> groups,
            Technology technology,
            Set<CredentialFlag> flags) {
        /** Returns a credential of these values with as many of the groups as fit. */
        Credential fitting(TestProject project, Bytes holderKey) {
            for (int count = groups.size(); count > 1; count--) {
                try {
                    return of(project, holderKey, count);
                } catch (IllegalArgumentException e) {
                    assertTrue(e.getMessage().contains("fewer groups"), e.getMessage());
                }
            }
            return of(project, holderKey, 1);
        }

        private Credential of(TestProject project, Bytes holderKey, int groupCount) {
            Instant validFrom = NOW.plusSeconds(validFromSeconds);
            return new Credential(
                    project.id(),
                    1,
                    serial,
                    accessNumber,
                    holderKey,
                    NOW,
                    validFrom,
                    validitySeconds.map(validFrom::plusSeconds),
                    NOW.plusSeconds(serial % 1000),
                    groups.stream().limit(groupCount).collect(Collectors.toSet()),
                    technology,
                    flags);
        }
    }

    @Provide
    Arbitrary<CredentialShape> credentials() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, 0xffff_ffffL),
                        Arbitraries.longs().between(0, Long.MAX_VALUE),
                        Arbitraries.integers().between(-1000, 1000),
                        Arbitraries.integers().between(0, 100_000_000).optional(),
                        Arbitraries.integers()
                                .between(1, 16_383)
                                .set()
                                .ofMinSize(1)
                                .ofMaxSize(8),
                        Arbitraries.of(Technology.class),
                        Arbitraries.of(CredentialFlag.class).set())
                .as(CredentialShape::new);
    }
}
