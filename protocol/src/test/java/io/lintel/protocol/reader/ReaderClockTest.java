package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.phone.TapResult.Denied;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.reader.ReaderClock.Without;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a reader believes of its clock, and what it remembers of the time over a restart (spec/protocol.md 7). */
class ReaderClockTest {
    private static final Duration LAG = Duration.ofMinutes(10);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Instant LOST = Instant.EPOCH.plusSeconds(5);
    private static final Denied NO_CLOCK = new Denied(TapPath.COLD, DenialReason.NO_CLOCK);
    private static final Granted GRANTED = new Granted(TapPath.COLD);

    private final TestSite site = TestSite.of(Suite.X25519, 63);
    private final ReaderMemory memory = ReaderMemory.inMemory();
    private final ReaderDraft door = site.reader().memory(memory);

    @Test
    @Spec("TAP-7-5")
    void aClockMayBeBehindByItsWorstLagAndNoMore() {
        Reader reader = with(ReaderClock.within(LAG)).start();

        assertEquals(GRANTED, tapAt(TestSite.NOW.minus(LAG), reader));
        assertEquals(NO_CLOCK, tapAt(TestSite.NOW.minus(LAG).minusMillis(1), reader));
        assertEquals(GRANTED, tapAt(TestSite.NOW, reader));
    }

    @Test
    @Spec({"TAP-7-6", "TAP-7-8"})
    void aReaderThatLostItsClockDeniesUntilItIsSet() {
        Reader reader = with(ReaderClock.within(LAG)).start();

        assertEquals(NO_CLOCK, tapAt(LOST, reader));
        assertEquals(Optional.empty(), receipt(reader, LOST).clock());
        assertEquals(GRANTED, tapAt(TestSite.NOW, reader));
        assertEquals(Optional.of(TestSite.NOW), receipt(reader, TestSite.NOW).clock());
    }

    @Test
    void aReaderWithoutAClockDoesWhatTheSiteSays() {
        assertEquals(
                NO_CLOCK,
                tapAt(TestSite.NOW, with(ReaderClock.none(Without.DENY)).start()));
        Reader allowing = with(ReaderClock.none(Without.ALLOW)).start();
        assertEquals(GRANTED, tapAt(LOST, allowing));
        assertEquals(Optional.empty(), receipt(allowing, TestSite.NOW).clock());
    }

    @Test
    @Spec({"TAP-7-2", "TAP-11-35"})
    void whereNoClockIsAllowedTheNewestTimeThatIsKnownIsNow() {
        Reader reader = with(ReaderClock.none(Without.ALLOW)).start();
        TestPhone lapsing = site.phone(credential -> credential.leaseEnd(TestSite.NOW.plusSeconds(60)));

        assertEquals(GRANTED, tapAt(LOST, reader, lapsing));
        issueAt(TestSite.NOW.plusSeconds(60), reader);

        assertEquals(new Denied(TapPath.FAST, DenialReason.LEASE_ENDED), tapAt(LOST, reader, lapsing));
    }

    @Test
    @Spec({"TAP-7-4", "LIST-5-15"})
    void theFloorIsNotedOnceAnHourAndOutlivesARestart() {
        Reader reader = with(ReaderClock.within(LAG)).start();
        issueAt(TestSite.NOW.plus(HOUR).minusSeconds(1), reader);
        reader.maintain(TestSite.NOW);
        assertEquals(TestSite.NOW, memory.notes().clockFloor());

        issueAt(TestSite.NOW.plus(HOUR), reader);
        reader.maintain(TestSite.NOW);

        assertEquals(TestSite.NOW.plus(HOUR), memory.notes().clockFloor());
        assertEquals(NO_CLOCK, tapAt(TestSite.NOW, door.start()));
    }

    @Test
    @Spec("TAP-7-9")
    void anExpiredListDoesForAsLongAsTheSiteSaysAndThenDenies() {
        Duration allowance = Duration.ofDays(2);
        Reader reader = door.policy(policy(allowance, ReaderClock.within(LAG)))
                .list(site.list(4))
                .start();
        Instant expiry = site.list(4).value().expires();
        TestPhone phone = site.phone(
                credential -> credential.validUntil(Optional.empty()).leaseEnd(expiry.plus(Duration.ofDays(30))));

        assertEquals(GRANTED, tapAt(expiry.plus(allowance).minusMillis(1), reader, phone));
        assertEquals(new Denied(TapPath.FAST, DenialReason.LIST_STALE), tapAt(expiry.plus(allowance), reader, phone));
        assertEquals(
                expiry.plus(allowance),
                policy(allowance, ReaderClock.within(LAG)).deniesFrom(expiry));
    }

    @Test
    void onlyAClockWhoseLossDeniesIsBounded() {
        assertEquals(Optional.of(LAG), ReaderClock.within(LAG).boundedLag());
        assertEquals(Optional.empty(), new ReaderClock(Optional.of(LAG), Without.ALLOW).boundedLag());
        assertEquals(Optional.empty(), ReaderClock.none(Without.DENY).boundedLag());
    }

    @Test
    void timesWithoutBoundsAreRefused() {
        ReaderClock clock = ReaderClock.within(LAG);
        for (Duration wrong : List.of(Duration.ofSeconds(-1), Duration.ofMillis(1), Duration.ofDays(91))) {
            assertThrows(IllegalArgumentException.class, () -> ReaderClock.within(wrong));
            assertThrows(IllegalArgumentException.class, () -> policy(wrong, clock));
        }
    }

    @Test
    void aCredentialOfAnIssuingKeyThatWasGivenUpDoesNotSetTheFloor() {
        RevocationList usual = site.list(4).value();
        Signed<RevocationList> givenUp = site.sign(new RevocationList(
                usual.project(),
                usual.issuingEpoch(),
                usual.listEpoch(),
                usual.minimumKeyEpoch(),
                2,
                usual.issued(),
                usual.expires(),
                usual.revokedReaderKeys(),
                usual.revoked(),
                usual.group()));
        Reader reader = with(ReaderClock.within(LAG)).list(givenUp).start();

        Instant later = TestSite.NOW.plus(Duration.ofDays(300));
        TestPhone forged = site.phone(credential -> credential
                .issued(later)
                .validFrom(TestSite.CREATED)
                .validUntil(Optional.empty())
                .leaseEnd(later.plus(HOUR)));
        assertEquals(new Denied(TapPath.COLD, DenialReason.EPOCH_TOO_OLD), tapAt(TestSite.NOW, reader, forged));
        reader.maintain(TestSite.NOW);

        assertEquals(TestSite.NOW, memory.notes().clockFloor());
    }

    private ReaderDraft with(ReaderClock clock) {
        return door.policy(policy(Duration.ZERO, clock)).list(site.list(4));
    }

    private PolicySettings policy(Duration staleAllowance, ReaderClock clock) {
        PolicySettings usual = door.policy();
        return new PolicySettings(
                usual.transports(),
                usual.triggers(),
                usual.personVerification(),
                usual.maxAnswerTime(),
                staleAllowance,
                clock);
    }

    /** Shows the reader a credential that was issued then. */
    private void issueAt(Instant issued, Reader reader) {
        tapAt(
                TestSite.NOW,
                reader,
                site.phone(credential -> credential.issued(issued).validFrom(TestSite.CREATED)));
    }

    private TapResult tapAt(Instant now, Reader reader) {
        return tapAt(now, reader, site.phone());
    }

    private static TapResult tapAt(Instant now, Reader reader, TestPhone phone) {
        return Conversation.between(reader, phone.wallet(), Conversation.GESTURE, now, sent -> List.of(sent.message()))
                .complete()
                .result();
    }

    private static Receipt receipt(Reader reader, Instant now) {
        return reader.receipt(now).orElseThrow().value();
    }
}
