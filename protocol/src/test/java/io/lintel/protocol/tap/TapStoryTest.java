package io.lintel.protocol.tap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Denied;
import io.lintel.protocol.phone.TapResult.Failed;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens between a phone and a door, one story at a time, with the message kinds that it takes. */
class TapStoryTest {
    private static final int OPENER = 1;
    private static final int WHO = 2;
    private static final int CERTIFICATE = 3;
    private static final int COLD = 4;
    private static final int FAST = 5;
    private static final int USE_COLD = 6;
    private static final int SEND_CREDENTIAL = 7;
    private static final int CREDENTIAL = 8;
    private static final int ANSWER = 9;
    private static final int REFUSED = 10;
    private static final int TRAFFIC = 11;

    private static final Granted GRANTED_COLD = new Granted(TapPath.COLD);
    private static final Granted GRANTED_FAST = new Granted(TapPath.FAST);

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aFirstVisitAsksWhoTheReaderIsAndIsGrantedOnTheSameOpener(Suite suite) {
        TestSite site = TestSite.of(suite, 1);
        TestPhone phone = site.phone();

        Conversation tap = Conversation.between(site.reader().start(), phone).complete();

        assertEquals(List.of(OPENER, WHO, CERTIFICATE, COLD, ANSWER, TRAFFIC), tap.kinds());
        assertEquals(GRANTED_COLD, tap.result());
        assertEquals(1, tap.decisions().size());
        assertEquals(phone.serial(), tap.decisions().get(0).serial());
        assertEquals(Optional.empty(), tap.readerError());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aPhoneThatKnowsTheReaderTapsColdWithOneMessage(Suite suite) {
        TestSite site = TestSite.of(suite, 2);
        ReaderDraft door = site.reader();
        TestPhone phone = site.phone();
        phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);

        Conversation tap = Conversation.between(door.start(), phone).complete();

        assertEquals(List.of(OPENER, COLD, ANSWER, TRAFFIC), tap.kinds());
        assertEquals(GRANTED_COLD, tap.result());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aColdTapIsFollowedByFastOnes(Suite suite) {
        TestSite site = TestSite.of(suite, 3);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);

        for (int i = 0; i < 20; i++) {
            Conversation tap = Conversation.between(reader, phone).complete();
            assertEquals(List.of(OPENER, FAST, ANSWER, TRAFFIC), tap.kinds());
            assertEquals(GRANTED_FAST, tap.result());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aRestartedReaderIsTappedColdOnceAndFastAfter(Suite suite) {
        TestSite site = TestSite.of(suite, 4);
        ReaderDraft door = site.reader();
        TestPhone phone = site.phone();
        Conversation.tap(door.start(), phone);

        Reader restarted = door.start();

        assertEquals(GRANTED_COLD, Conversation.tap(restarted, phone));
        assertEquals(GRANTED_FAST, Conversation.tap(restarted, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aRestartedPhoneGoesOnFast(Suite suite) {
        TestSite site = TestSite.of(suite, 5);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);

        assertEquals(GRANTED_FAST, Conversation.tap(reader, phone.restarted()));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReaderWithADirectoryTakesAReference(Suite suite) {
        TestSite site = TestSite.of(suite, 6);
        TestPhone phone = site.phone();
        Reader reader = site.reader().directory(List.of(phone.credential())).start();

        Conversation tap = Conversation.between(reader, phone).complete();

        assertEquals(List.of(OPENER, WHO, CERTIFICATE, COLD, ANSWER, TRAFFIC), tap.kinds());
        assertEquals(GRANTED_COLD, tap.result());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReferenceThatTheDirectoryLacksCostsOneMoreRoundTrip(Suite suite) {
        TestSite site = TestSite.of(suite, 7);
        TestPhone known = site.phone();
        TestPhone unknown = site.phone();
        Reader reader = site.reader().directory(List.of(known.credential())).start();

        Conversation tap = Conversation.between(reader, unknown).complete();

        assertEquals(
                List.of(OPENER, WHO, CERTIFICATE, COLD, SEND_CREDENTIAL, CREDENTIAL, ANSWER, TRAFFIC), tap.kinds());
        assertEquals(GRANTED_COLD, tap.result());
        assertEquals(GRANTED_FAST, Conversation.tap(reader, unknown));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aMissedFastTapGoesOnColdInTheSameSession(Suite suite) {
        TestSite site = TestSite.of(suite, 8);
        Reader reader =
                site.reader().limits(ReaderLimits.standard().withTables(1, 1)).start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);
        Conversation.tap(reader, site.phone()); // takes the only place in the reader's table

        Conversation tap = Conversation.between(reader, phone).complete();

        assertEquals(List.of(OPENER, FAST, USE_COLD, COLD, SEND_CREDENTIAL, CREDENTIAL, ANSWER, TRAFFIC), tap.kinds());
        assertEquals(GRANTED_COLD, tap.result());
        assertEquals(GRANTED_FAST, Conversation.tap(reader, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aLostAnswerOfAFastTapCostsNothing(Suite suite) {
        TestSite site = TestSite.of(suite, 9);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);

        Conversation lost = Conversation.between(reader, phone, TapStoryTest::withoutAnswer)
                .run()
                .hangUp();

        assertTrue(lost.isGranted());
        assertEquals(new Failed(TapError.DISCONNECTED, Outcome.UNKNOWN), lost.result());
        assertEquals(GRANTED_FAST, Conversation.tap(reader, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aLostAnswerOfAColdTapCostsOneColdTap(Suite suite) {
        TestSite site = TestSite.of(suite, 10);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.between(reader, phone, TapStoryTest::withoutAnswer).run().hangUp();

        assertEquals(GRANTED_COLD, Conversation.tap(reader, phone));
        assertEquals(GRANTED_FAST, Conversation.tap(reader, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-5.3-6")
    void aRevokedCredentialIsDeniedFromTheNextTapOn(Suite suite) {
        TestSite site = TestSite.of(suite, 11);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);

        assertTrue(reader.install(site.list(2, phone.serial()).bytes(), TestSite.NOW));

        assertEquals(new Denied(TapPath.FAST, DenialReason.REVOKED), Conversation.tap(reader, phone));
        assertEquals(new Denied(TapPath.COLD, DenialReason.REVOKED), Conversation.tap(reader, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void anExpiredCredentialIsDenied(Suite suite) {
        TestSite site = TestSite.of(suite, 12);
        TestPhone phone = site.phone(credential -> credential.validUntil(Optional.of(TestSite.NOW)));

        assertEquals(
                new Denied(TapPath.COLD, DenialReason.EXPIRED),
                Conversation.tap(site.reader().start(), phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aPhoneOfAnotherProjectDoesNotAnswer(Suite suite) {
        Reader reader = TestSite.of(suite, 13).reader().start();
        TestPhone stranger = TestSite.of(suite, 14).phone();

        Conversation tap = Conversation.between(reader, stranger).complete();

        assertEquals(List.of(OPENER), tap.kinds());
        assertEquals(new Failed(TapError.UNKNOWN_PROJECT, Outcome.NOT_OPENED), tap.result());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aRecordedTapIsRefusedOnAnotherOpener(Suite suite) {
        TestSite site = TestSite.of(suite, 15);
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation recorded = Conversation.between(reader, phone).complete();

        Conversation replay = Conversation.between(reader, phone, sent -> List.of());
        replay.deliver(Conversation.Side.READER, recorded.message(COLD));

        assertEquals(REFUSED, replay.kinds().get(1));
        assertEquals(List.of(), replay.decisions());
        assertEquals(Optional.of(TapError.NOT_AUTHENTIC), replay.readerError());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReaderThatHearsNothingEndsByTime(Suite suite) {
        TestSite site = TestSite.of(suite, 16);
        Conversation tap = Conversation.between(site.reader().start(), site.phone(), sent -> List.of());

        tap.pass(Duration.ofSeconds(5));

        assertEquals(Optional.of(TapError.TIMED_OUT), tap.readerError());
    }

    private static List<Bytes> withoutAnswer(Conversation.Sent sent) {
        return sent.kind() == ANSWER ? List.of() : List.of(sent.message());
    }
}
