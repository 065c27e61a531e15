package io.lintel.protocol.statement;

import static io.lintel.protocol.statement.TestProject.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CredentialFieldsTest {
    private static final Set<CredentialFlag> ALL_FLAGS = EnumSet.allOf(CredentialFlag.class);

    private final TestProject project = new TestProject(Suite.X25519);
    private final Bytes holderKey = project.newDhKey();

    @Test
    void timesLoseTheirFractionsOfASecond() {
        Credential credential = with(NOW.plusNanos(999_999_999), NOW.plusNanos(1), Optional.of(NOW.plusNanos(2)));
        assertEquals(NOW, credential.issued());
        assertEquals(NOW, credential.validFrom());
        assertEquals(Optional.of(NOW), credential.validUntil());
        assertEquals(
                credential,
                project.trust()
                        .verifyCredential(project.sign(credential).bytes(), NOW)
                        .value());
    }

    @Test
    void validityThatBeginsLaterAndNeverEndsSurvivesTheWire() {
        Credential credential = with(NOW, NOW.plusSeconds(1), Optional.empty());
        assertEquals(
                credential,
                project.trust()
                        .verifyCredential(project.sign(credential).bytes(), NOW)
                        .value());
    }

    @Test
    void valuesOutOfBoundsAreRefused() {
        assertRefused("issuing epoch", () -> with(0, 1, 1, Set.of(1)));
        assertRefused("issuing epoch", () -> with(65_536, 1, 1, Set.of(1)));
        assertRefused("serial", () -> with(1, 0, 1, Set.of(1)));
        assertRefused("serial", () -> with(1, 1L << 32, 1, Set.of(1)));
        assertRefused("access number", () -> with(1, 1, -1, Set.of(1)));
        assertRefused("1 to 8 groups", () -> with(1, 1, 1, Set.of()));
        assertRefused("1 to 8 groups", () -> with(1, 1, 1, groups(1, 9)));
        assertRefused("group", () -> with(1, 1, 1, Set.of(0)));
        assertRefused("group", () -> with(1, 1, 1, Set.of(16_384)));
        assertRefused("validity", () -> with(NOW, NOW, Optional.of(NOW.minusSeconds(1))));
        assertRefused("seconds since 1970", () -> with(Instant.EPOCH, NOW, Optional.empty()));
        assertRefused("seconds since 1970", () -> with(NOW, NOW, Optional.of(Instant.ofEpochSecond(1L << 32))));
        assertRefused("holder key", () -> project.credential(Bytes.of(1, 2, 3), 1));
    }

    @Test
    void groupsAreKeptAscendingWhateverTheirOrder() {
        Credential credential = with(1, 1, 1, Set.of(300, 2, 128, 1));
        assertEquals(List.of(1, 2, 128, 300), List.copyOf(credential.groups()));
        assertThrows(
                UnsupportedOperationException.class, () -> credential.groups().add(5));
        assertThrows(
                UnsupportedOperationException.class, () -> credential.flags().clear());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void exactlyWhatFitsIntoTheBoundIsAccepted(Suite suite) {
        TestProject other = new TestProject(suite);
        Bytes key = other.newDhKey();
        int accepted = 0;
        int refused = 0;
        for (int digits = 0; digits < 63; digits++) {
            for (int groups = 1; groups <= 8; groups++) {
                long number = 1L << digits;
                int size = sizeOnPaper(number, groups, key);
                int count = groups;
                if (size <= 160) {
                    assertEquals(
                            size,
                            other.sign(full(other, key, number, count)).bytes().size());
                    accepted++;
                } else {
                    assertRefused("fewer groups", () -> full(other, key, number, count));
                    refused++;
                }
            }
        }
        assertTrue(accepted > 0 && refused > 0, "both sides of the bound");
    }

    /** Project 10, epoch 2, serial 5, number, key 2 + n, four times of 5, groups 2 + 2 each, colour 2, flags 2, signature. */
    private static int sizeOnPaper(long accessNumber, int groups, Bytes key) {
        int numberSize = 1 + (Long.SIZE - Long.numberOfLeadingZeros(accessNumber) + 6) / 7;
        return 10 + 2 + 5 + numberSize + 2 + key.size() + 4 * 5 + 2 + 2 * groups + 2 + 2 + 64;
    }

    private static Credential full(TestProject project, Bytes key, long accessNumber, int groups) {
        return new Credential(
                project.id(),
                1,
                1,
                accessNumber,
                key,
                NOW,
                NOW.plusSeconds(1),
                Optional.of(NOW.plusSeconds(2)),
                NOW.plusSeconds(3),
                groups(128, groups),
                Technology.GREEN,
                ALL_FLAGS);
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void eightLowGroupsAndThirtyFiveBitsFitInBothSuites(Suite suite) {
        TestProject other = new TestProject(suite);
        Credential credential = new Credential(
                other.id(),
                1,
                0xffff_ffffL,
                (1L << 35) - 1,
                other.newDhKey(),
                NOW,
                NOW,
                Optional.of(NOW.plusSeconds(2)),
                NOW.plusSeconds(3),
                groups(1, 8),
                Technology.GREEN,
                ALL_FLAGS);
        Signed<Credential> signed = other.sign(credential);
        assertTrue(signed.bytes().size() <= 160);
        assertEquals(
                credential, other.trust().verifyCredential(signed.bytes(), NOW).value());
    }

    @Test
    void unknownFlagsAndColoursAreRefused() {
        StatementSamples sample = StatementSamples.of(project).get(3);
        for (Bytes changed : List.of(
                replaced(sample.body(), 12, Bytes.of(0x60, 4)),
                replaced(sample.body(), 12, Bytes.of(0x60, 0x81, 1)),
                replaced(sample.body(), 11, Bytes.of(0x58, 3)))) {
            StatementException error =
                    assertThrows(StatementException.class, () -> sample.verify(sample.resigned(changed)));
            assertEquals(StatementException.Code.MALFORMED, error.code());
        }
    }

    @Test
    void beginOfValidityThatEqualsIssueTimeMustBeLeftOut() {
        StatementSamples sample = StatementSamples.of(project).get(3);
        List<Bytes> fields = WireFields.split(sample.body());
        Bytes issued = fields.stream()
                .filter(field -> WireFields.number(field) == 6)
                .findAny()
                .orElseThrow();
        Bytes validFrom = Bytes.concat(Bytes.of(7 << 3 | 5), issued.slice(1, 5));
        StatementException error = assertThrows(
                StatementException.class, () -> sample.verify(sample.resigned(replaced(sample.body(), 7, validFrom))));
        assertEquals(StatementException.Code.MALFORMED, error.code());
    }

    @Test
    void groupsOutOfOrderOrTwiceAreRefused() {
        StatementSamples sample = StatementSamples.of(project).get(3);
        for (Bytes groups : List.of(
                Bytes.of(0x52, 2, 7, 1),
                Bytes.of(0x52, 2, 7, 7),
                Bytes.of(0x52, 0),
                Bytes.of(0x52, 1, 0),
                Bytes.of(0x52, 3, 0x80, 0x80, 1),
                Bytes.of(0x50, 1),
                Bytes.of(0x52, 2, 0x81, 0))) {
            StatementException error = assertThrows(
                    StatementException.class,
                    () -> sample.verify(sample.resigned(replaced(sample.body(), 10, groups))));
            assertEquals(StatementException.Code.MALFORMED, error.code());
        }
    }

    @Test
    void nothingThatTellsAHolderIsPrinted() {
        Credential credential = project.credential(holderKey, 4_123_456_789L);
        String printed = project.sign(credential).toString();
        assertFalse(printed.contains("4123456789") || printed.contains(holderKey.toHex()), printed);
        assertFalse(printed.contains(Long.toString(credential.accessNumber())), printed);
    }

    private static Bytes replaced(Bytes body, int number, Bytes field) {
        List<Bytes> fields = WireFields.split(body).stream()
                .filter(known -> WireFields.number(known) != number)
                .collect(Collectors.toList());
        int at = (int) fields.stream()
                .filter(known -> WireFields.number(known) < number)
                .count();
        fields.add(at, field);
        return WireFields.join(fields);
    }

    private static Set<Integer> groups(int first, int count) {
        return IntStream.range(first, first + count).boxed().collect(Collectors.toCollection(TreeSet::new));
    }

    private Credential with(int issuingEpoch, long serial, long accessNumber, Set<Integer> groups) {
        return new Credential(
                project.id(),
                issuingEpoch,
                serial,
                accessNumber,
                holderKey,
                NOW,
                NOW,
                Optional.empty(),
                NOW,
                groups,
                Technology.NONE,
                Set.of());
    }

    private Credential with(Instant issued, Instant validFrom, Optional<Instant> validUntil) {
        return new Credential(
                project.id(),
                1,
                1,
                0,
                holderKey,
                issued,
                validFrom,
                validUntil,
                NOW.plusSeconds(9),
                Set.of(1),
                Technology.NONE,
                Set.of());
    }

    private static void assertRefused(String word, Runnable construction) {
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, construction::run);
        assertTrue(error.getMessage().contains(word), error.getMessage());
    }
}
