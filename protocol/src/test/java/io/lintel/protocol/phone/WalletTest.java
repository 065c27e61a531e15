package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Denied;
import io.lintel.protocol.phone.TapResult.Failed;
import io.lintel.protocol.phone.TapResult.Granted;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.ForgedOpener;
import io.lintel.protocol.testing.KilledStore;
import io.lintel.protocol.testing.KilledStore.Killed;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class WalletTest {
    private final TestSite site = TestSite.of(Suite.X25519, 1);

    @Test
    void aHolderKeyThatIsNotTheCredentialsIsRefusedAndNotStored() {
        TestPhone phone = site.phone();
        Enrolment wrong =
                site.enrolment(site.suite().generateDhKeyPair(), phone.credential(), List.of(site.projectKey()));
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(site.walletPorts(store), TestSite.NOW);

        assertThrows(CryptoException.class, () -> wallet.enrol(wrong, TestSite.NOW));

        assertEquals(List.of(), store.enrolments());
        assertEquals(List.of(), wallet.credentials());
    }

    @Test
    void anotherEnrolmentOfTheSerialReplacesTheFirst() {
        TestPhone phone = site.phone();
        Signed<Credential> renewed = site.credential(
                phone.holder(), draft -> draft.serial(phone.serial()).leaseEnd(TestSite.NOW.plus(Duration.ofDays(30))));

        phone.wallet().enrol(site.enrolment(phone.holder(), renewed, List.of(site.projectKey())), TestSite.NOW);

        assertEquals(1, phone.wallet().credentials().size());
        assertEquals(
                renewed.value().leaseEnd(), phone.wallet().credentials().get(0).leaseEnd());
        assertEquals(1, phone.restarted().wallet().credentials().size());
    }

    @Test
    void aRenewedLeaseIsTappedColdOnceAndEndsTheDenial() {
        Reader reader = site.reader().start();
        TestPhone phone = site.phone(draft -> draft.leaseEnd(TestSite.NOW.plusSeconds(60)));
        assertEquals(new Granted(TapPath.COLD), Conversation.tap(reader, phone));
        Signed<Credential> renewed = site.credential(
                phone.holder(), draft -> draft.serial(phone.serial()).issued(TestSite.NOW));

        phone.wallet().enrol(site.enrolment(phone.holder(), renewed, List.of(site.projectKey())), TestSite.NOW);

        assertEquals(new Granted(TapPath.COLD), Conversation.tap(reader, phone));
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(reader, phone));
    }

    @Test
    void anEndedLeaseIsDeniedOnTheFastPathToo() {
        Reader reader = site.reader().start();
        TestPhone phone = site.phone(draft -> draft.leaseEnd(TestSite.NOW.plusSeconds(60)));
        Conversation.tap(reader, phone);

        Conversation late = Conversation.between(
                        reader,
                        phone.wallet(),
                        Conversation.GESTURE,
                        TestSite.NOW.plusSeconds(60),
                        sent -> List.of(sent.message()))
                .complete();

        assertEquals(new Denied(TapPath.FAST, DenialReason.LEASE_ENDED), late.result());
    }

    @Test
    @Requirement("KEY-03")
    void aPhoneWithTwoKeyEpochsServesReadersOfBoth() {
        ProjectKey next = site.newProjectKey(2);
        var holder = site.suite().generateDhKeyPair();
        TestPhone phone =
                site.phone(holder, site.credential(holder, UnaryOperator.identity()), List.of(site.projectKey(), next));

        ReaderDraft door = site.reader();
        assertEquals(new Granted(TapPath.COLD), Conversation.tap(door.start(), phone));
        Reader rotated = door.projectKey(next).start();
        assertEquals(new Granted(TapPath.COLD), Conversation.tap(rotated, phone));
        assertEquals(new Granted(TapPath.FAST), Conversation.tap(rotated, phone));
    }

    @Test
    @Requirement("KEY-03")
    void aPhoneWithoutTheProjectKeyGetsNowhere() {
        Reader reader = site.reader().start();
        var holder = site.suite().generateDhKeyPair();
        TestPhone outsider =
                site.phone(holder, site.credential(holder, UnaryOperator.identity()), List.of(site.newProjectKey(1)));

        Conversation tap = Conversation.between(reader, outsider).complete();

        assertEquals(List.of(Kind.OPENER, Kind.WHO, Kind.CERTIFICATE), tap.kinds());
        assertEquals(new Failed(TapError.NOT_AUTHENTIC, Outcome.NOT_OPENED), tap.result());
    }

    @Test
    void aStoreThatFailsBeforeTheMessageIsOutEndsTheTapAndErasesItsSecrets() {
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        Conversation.tap(reader, phone);
        TestPhone failing = phone.over(new KilledStore(phone.store(), 0, KilledStore.Moment.BEFORE_THE_WRITE));
        Conversation tap = Conversation.between(reader, failing);

        assertThrows(Killed.class, tap::step);

        assertTrue(tap.phone().isEnded());
        assertEquals(List.of(Kind.OPENER), tap.kinds());
    }

    @Test
    @Spec("TAP-4.1-20")
    void aForgedOpenerWithAReservedFlagIsMalformed() {
        ReaderDraft door = site.reader();
        TestPhone phone = site.phone();
        phone.wallet().learnReader(door.certificate().bytes(), TestSite.NOW);
        Bytes reserved = Bytes.of(1, 2, 3, 4, 0x80, 0, 0, 0, 0);
        Bytes forged = ForgedOpener.of(site, door.certificate().value(), Conversation.GESTURE.transport(), reserved);
        Conversation tap = Conversation.between(door.start(), phone, sent -> List.of());

        tap.deliver(Side.PHONE, forged);

        assertEquals(new Failed(TapError.MALFORMED, Outcome.NOT_OPENED), tap.result());
    }

    @Test
    void copiesThatTheStoreHandedOutAreErasedAfterEachTap() {
        Reader reader = site.reader().start();
        TestPhone phone = site.phone();
        List<SecretBytes> handedOut = new ArrayList<>();
        TestPhone watched = phone.over(new WatchedStore((MemoryWalletStore) phone.store(), handedOut));

        for (int tap = 0; tap < 3; tap++) {
            Conversation.tap(reader, watched);
        }
        Conversation.between(reader, watched, sent -> sent.kind() == Kind.FAST ? List.of() : List.of(sent.message()))
                .run()
                .hangUp();

        assertTrue(handedOut.size() >= 5, () -> handedOut.size() + " copies");
        assertTrue(handedOut.stream().allMatch(SecretBytes::isDestroyed));
    }

    @Test
    void learningAReaderOfNoSiteIsMisuse() {
        Bytes foreign = TestSite.of(Suite.X25519, 2).reader().certificate().bytes();

        assertThrows(IllegalArgumentException.class, () -> site.phone().wallet().learnReader(foreign, TestSite.NOW));
    }

    @Test
    @Spec("TAP-4.1-18")
    void anExpiredReaderCertificateIsNotTapped() {
        Reader expired = site.reader().expires(TestSite.NOW).start();

        Conversation tap = Conversation.between(expired, site.phone()).complete();

        assertEquals(new Failed(TapError.NOT_AUTHENTIC, Outcome.NOT_OPENED), tap.result());
    }

    @Test
    @Spec("TAP-8-15")
    void anEnrolmentWithoutAProjectKeyOrWithTooManyIsMisuse() {
        TestPhone phone = site.phone();

        assertThrows(
                IllegalArgumentException.class, () -> site.enrolment(phone.holder(), phone.credential(), List.of()));
        assertThrows(
                IllegalArgumentException.class,
                () -> site.enrolment(
                        phone.holder(), phone.credential(), List.of(key(1), key(2), key(3), key(4), key(5))));
    }

    private ProjectKey key(int epoch) {
        return site.newProjectKey(epoch);
    }

    @Test
    @Spec("TAP-4.1-19")
    void aCertificateOfTheSameTagThatDoesNotOpenTheOpenerIsPassedOver() {
        ReaderDraft door = site.reader();
        ReaderDraft other = site.reader();
        TestPhone phone = site.phone();
        Bytes tag = door.certificate().value().tag();
        for (ReaderDraft each : List.of(door, other)) {
            phone.store()
                    .saveReaderCertificate(
                            site.project(),
                            tag,
                            each.certificate().value().keyFingerprint(),
                            each.certificate().bytes());
        }

        Conversation tap = Conversation.between(door.start(), phone).complete();

        assertEquals(new Granted(TapPath.COLD), tap.result());
        assertFalse(tap.kinds().contains(Kind.WHO));
    }
}
