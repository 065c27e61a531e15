package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What time does, and who can bend it: relays, old ratchets, and a clock that was set back. */
class ReaderTimeTest {
    private static final int COLD = 4;
    private static final int FAST = 5;
    private static final Bytes WHO = Bytes.of(2);
    private static final Duration RELAYED = Duration.ofMillis(4900);

    private final TestSite site = TestSite.of(Suite.X25519, 51);
    private final ReaderDraft door = site.reader();

    @Test
    void aRelayCannotStartTheAnswersTimeAgainBeforeAColdMessage() {
        TestPhone phone = site.phone();
        phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        Conversation tap = Conversation.between(door.start(), phone);

        Bytes cold = tap.intercept(COLD);
        tap.delay(RELAYED);
        tap.deliver(Side.READER, WHO);
        tap.deliver(Side.READER, cold);

        assertEquals(Optional.of(DenialReason.TOO_SLOW), tap.decisions().get(0).denial());
        assertEquals(RELAYED, tap.decisions().get(0).answerTime());
    }

    @Test
    void aRelayCannotStartTheAnswersTimeAgainBeforeAFastMessage() {
        Reader reader = door.start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);
        Conversation tap = Conversation.between(reader, phone);

        Bytes fast = tap.intercept(FAST);
        tap.delay(RELAYED);
        tap.deliver(Side.READER, WHO);
        tap.deliver(Side.READER, fast);

        assertEquals(Optional.of(DenialReason.TOO_SLOW), tap.decisions().get(0).denial());
    }

    @Test
    @Spec("TAP-8-11")
    void aRatchetPastItsAgeOpensNoDoor() {
        Reader reader = door.start();
        TestPhone phone = site.phone(credential ->
                credential.validUntil(Optional.empty()).leaseEnd(TestSite.NOW.plus(Duration.ofDays(600))));
        Conversation.tap(reader, phone);

        Conversation tap = tapAt(TestSite.NOW.plus(Duration.ofDays(300)), reader, phone);

        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result());
    }

    @Test
    @Spec("TAP-7-3")
    void aClockSetBackRevivesNothingThatEndedBeforeTheListWasIssued() {
        Instant ended = TestSite.NOW.minus(Duration.ofMinutes(30));
        TestPhone phone = site.phone(credential -> credential.validUntil(Optional.of(ended)));
        Reader reader = door.list(site.list(7)).start();

        Conversation tap = tapAt(TestSite.NOW.minus(Duration.ofMinutes(45)), reader, phone);

        assertFalse(tap.isGranted());
        assertEquals(Optional.of(DenialReason.EXPIRED), tap.decisions().get(0).denial());
    }

    @Test
    void aClockSetBackRevivesNothingThatEndedBeforeANewerCredentialWasIssued() {
        Instant ended = TestSite.NOW.minus(Duration.ofMinutes(30));
        TestPhone old = site.phone(credential -> credential.validUntil(Optional.of(ended)));
        TestPhone newer =
                site.phone(credential -> credential.issued(TestSite.NOW).validFrom(TestSite.CREATED));
        Reader reader = door.start();
        Instant back = TestSite.NOW.minus(Duration.ofMinutes(45));

        assertEquals(
                new TapResult.Granted(TapPath.COLD), tapAt(back, reader, newer).result());
        assertFalse(tapAt(back, reader, old).isGranted());
    }

    private static Conversation tapAt(Instant now, Reader reader, TestPhone phone) {
        return Conversation.between(reader, phone.wallet(), Conversation.GESTURE, now, sent -> List.of(sent.message()))
                .complete();
    }
}
