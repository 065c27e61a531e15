package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.TapResult.Denied;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReaderTest {
    private final TestSite site = TestSite.of(Suite.X25519, 1);

    @Test
    void aReaderOfAnotherProjectIsRefusedAtOnce() {
        TestSite other = TestSite.of(Suite.X25519, 2);
        ReaderDraft foreign = other.reader();
        var configuration = configuration(site);

        assertThrows(
                IllegalArgumentException.class,
                () -> new Reader(foreign.identity(), configuration, ports(), TestSite.NOW));
    }

    @Test
    void aListOfAnotherProjectIsRefusedAtOnce() {
        Signed<RevocationList> foreign = TestSite.of(Suite.X25519, 2).list(1);

        assertThrows(
                IllegalArgumentException.class,
                () -> site.reader().list(foreign).start());
    }

    @Test
    void keysThatTheCertificateDoesNotNameAreRefused() {
        ReaderIdentity right = site.reader().identity();
        ReaderIdentity other = site.reader().identity();

        assertThrows(
                IllegalArgumentException.class,
                () -> new ReaderIdentity(other.dh(), right.signing(), right.certificate()));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ReaderIdentity(right.dh(), other.signing(), right.certificate()));
    }

    @Test
    @Spec({"TAP-9-4", "TAP-11-25"})
    void theListEpochNeverFalls() {
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();

        assertTrue(reader.install(site.list(7, phone.serial()).bytes(), TestSite.NOW));
        assertFalse(reader.install(site.list(6).bytes(), TestSite.NOW));
        assertFalse(reader.install(site.list(7).bytes(), TestSite.NOW));

        assertEquals(new Denied(TapPath.COLD, DenialReason.REVOKED), Conversation.tap(reader, phone));
    }

    @Test
    void aForgedListChangesNothing() {
        Reader reader = site.reader().start();
        Bytes foreign = TestSite.of(Suite.X25519, 2).list(9).bytes();
        var before = ReaderSnapshot.of(reader);

        assertThrows(StatementException.class, () -> reader.install(foreign, TestSite.NOW));
        assertThrows(StatementException.class, () -> reader.install(Bytes.EMPTY, TestSite.NOW));

        assertEquals(before, ReaderSnapshot.of(reader));
    }

    @Test
    void aListThatRetiresItsOwnSigningKeyIsTheLastOfThatKey() {
        Reader reader = site.reader().start();
        reader.install(site.sign(list(2, 2)).bytes(), TestSite.NOW);

        Bytes byRetiredKey = site.sign(list(3, 1)).bytes();

        assertThrows(StatementException.class, () -> reader.install(byRetiredKey, TestSite.NOW));
    }

    @Test
    @Spec("TAP-8-11")
    void coldIsForcedAfterSoManyUses() {
        Reader reader = site.reader()
                .limits(ReaderLimits.standard().withCold(2, Duration.ofDays(1)))
                .start();
        TestPhone phone = site.phone();

        assertEquals(new Granted(TapPath.COLD), Conversation.tap(reader, phone));
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, phone));
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, phone));
        assertEquals(new Granted(TapPath.COLD), Conversation.tap(reader, phone));
    }

    @Test
    void coldIsForcedAfterSoLongAndWhenTheClockWentBack() {
        Duration day = Duration.ofDays(1);
        Reader reader =
                site.reader().limits(ReaderLimits.standard().withCold(100, day)).start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);

        Instant lastMoment = TestSite.NOW.plus(day).minusMillis(1);
        assertEquals(new Granted(TapPath.FAST), tapAt(reader, phone, lastMoment));
        assertEquals(new Granted(TapPath.COLD), tapAt(reader, phone, TestSite.NOW.plus(day)));
        assertEquals(new Granted(TapPath.COLD), tapAt(reader, phone, TestSite.NOW));
        assertEquals(new Granted(TapPath.FAST), tapAt(reader, phone, TestSite.NOW));
    }

    @Test
    @Spec("TAP-8-17")
    void aClockThatGoesBackDuringATapDenies() {
        Reader reader = site.reader().start();
        Conversation tap = Conversation.between(reader, site.phone());
        Bytes cold = tap.intercept(Kind.COLD);

        tap.delay(Duration.ofMillis(-1)).deliver(Side.READER, cold);

        assertEquals(
                new Denied(TapPath.COLD, DenialReason.TOO_SLOW), tap.complete().result());
    }

    @Test
    @Spec("TAP-7-21")
    void aSiteRuleThatFailsDenies() {
        Reader reader = site.reader()
                .siteRule(request -> {
                    throw new IllegalStateException("the rule is broken");
                })
                .start();

        assertEquals(new Denied(TapPath.COLD, DenialReason.SITE_RULE), Conversation.tap(reader, site.phone()));
    }

    @Test
    void limitsWithoutBoundsAreRefused() {
        ReaderLimits limits = ReaderLimits.standard();

        assertThrows(IllegalArgumentException.class, () -> limits.withTables(0, 1));
        assertThrows(IllegalArgumentException.class, () -> limits.withTables(1, 0));
        assertThrows(IllegalArgumentException.class, () -> limits.withCold(0, Duration.ofDays(1)));
        assertThrows(IllegalArgumentException.class, () -> limits.withCold(1, Duration.ZERO));
        assertThrows(IllegalArgumentException.class, () -> limits.withCold(1, Duration.ofSeconds(Long.MAX_VALUE)));
    }

    private static TapResult tapAt(Reader reader, TestPhone phone, Instant now) {
        return Conversation.between(reader, phone.wallet(), Conversation.GESTURE, now, sent -> List.of(sent.message()))
                .complete()
                .result();
    }

    private RevocationList list(long listEpoch, int minimumIssuingEpoch) {
        return new RevocationList(
                site.project(),
                1,
                listEpoch,
                1,
                minimumIssuingEpoch,
                TestSite.NOW,
                TestSite.NOW.plus(Duration.ofDays(7)),
                Set.of(),
                CodedSerials.of(1, SerialSet.EMPTY),
                RevocationList.ALL_GROUPS);
    }

    private static ReaderConfiguration configuration(TestSite site) {
        return new ReaderConfiguration(
                site.trust(),
                site.projectKey(),
                PolicySettings.recommended(),
                ReaderLimits.standard(),
                List.of(),
                Optional.empty());
    }

    private ReaderPorts ports() {
        return new ReaderPorts(
                site.suite(), site.suite()::generateDhKeyPair, site.random()::octets, AccessPolicy.none());
    }
}
