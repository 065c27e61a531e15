package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult.Failed;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What the phone believes of a reader once it holds a revocation list. */
class WalletTrustTest {
    private final TestSite site = TestSite.of(Suite.X25519, 41);
    private final ReaderDraft door = site.reader();
    private final DhKeyPair holder = site.suite().generateDhKeyPair();

    @Test
    @Spec("TAP-4.1-18")
    void aPhoneWhoseListNamesTheReaderDoesNotAnswerIt() {
        Wallet wallet = walletWith(list(1, Set.of(door.certificate().value().keyFingerprint())));

        Conversation tap = tap(door.start(), wallet);

        assertEquals(new Failed(TapError.NOT_AUTHENTIC, Outcome.NOT_OPENED), tap.result());
    }

    @Test
    void aPhoneWhoseListNamesAnotherReaderTaps() {
        Wallet wallet =
                walletWith(list(1, Set.of(site.reader().certificate().value().keyFingerprint())));

        assertTrue(tap(door.start(), wallet).isGranted());
    }

    @Test
    void aPhoneBelievesNoCertificateBelowItsListsMinimumIssuingEpoch() {
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(site.walletPorts(store), TestSite.NOW);
        Enrolment enrolment = enrolment(list(2, Set.of()));

        assertThrows(StatementException.class, () -> wallet.enrol(enrolment, TestSite.NOW));
        assertEquals(List.of(), store.enrolments());
    }

    @Test
    @Spec("TAP-11-23")
    void aListOfOneGroupIsNoneOfAPhones() {
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(site.walletPorts(store), TestSite.NOW);
        Enrolment enrolment = enrolment(list(1, 1, Set.of(), 1));

        assertThrows(CryptoException.class, () -> wallet.enrol(enrolment, TestSite.NOW));
        assertEquals(List.of(), store.enrolments());
    }

    @Test
    @Spec({"TAP-9-8", "TAP-11-25"})
    void anEnrolmentWithAnOlderListKeepsTheNewerOneAlsoAfterARestart() {
        Bytes revoked = door.certificate().value().keyFingerprint();
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(site.walletPorts(store), TestSite.NOW);
        Signed<Credential> credential = site.credential(holder, UnaryOperator.identity());
        wallet.enrol(enrolment(holder, credential, list(5, 1, Set.of(revoked))), TestSite.NOW);

        wallet.enrol(enrolment(holder, credential, list(4, 1, Set.of())), TestSite.NOW);

        assertFalse(tap(door.start(), wallet).isGranted());
        assertFalse(tap(door.start(), new Wallet(site.walletPorts(store), TestSite.NOW))
                .isGranted());
    }

    @Test
    @Spec("TAP-11-26")
    void theListOfOneCredentialHoldsForAllOfItsProject() {
        Bytes revoked = door.certificate().value().keyFingerprint();
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(site.walletPorts(store), TestSite.NOW);
        DhKeyPair other = site.suite().generateDhKeyPair();
        Signed<Credential> later = site.credential(other, credential -> credential.issued(TestSite.NOW));
        wallet.enrol(enrolment(list(1, Set.of(revoked))), TestSite.NOW);

        wallet.enrol(site.enrolment(other, later, List.of(site.projectKey())), TestSite.NOW);

        assertFalse(tap(door.start(), wallet).isGranted());
        assertFalse(tap(door.start(), new Wallet(site.walletPorts(store), TestSite.NOW))
                .isGranted());
    }

    @Test
    @Spec("TAP-9-16")
    void whatWasEnrolledBeforeARaisedMinimumIssuingEpochIsKeptAndOpensNothing() {
        MemoryWalletStore store = new MemoryWalletStore();
        Wallet wallet = new Wallet(site.walletPorts(store), TestSite.NOW);
        wallet.enrol(enrolment(list(1, Set.of())), TestSite.NOW);
        Site held = Site.of(site.suite(), store.enrolments().get(0), TestSite.NOW);
        Site informed = held.withList(list(2, 2, Set.of()));

        assertTrue(Sites.of(List.of(held)).all().get(0).isCredentialRecent());
        List<Site> outdated = Sites.of(List.of(held, informed)).all();
        assertEquals(2, outdated.size());
        assertTrue(outdated.stream().noneMatch(Site::isCredentialRecent));
    }

    private Conversation tap(Reader reader, Wallet wallet) {
        return Conversation.between(reader, wallet, Conversation.GESTURE, TestSite.NOW, sent -> List.of(sent.message()))
                .complete();
    }

    private Wallet walletWith(Signed<RevocationList> list) {
        Wallet wallet = new Wallet(site.walletPorts(new MemoryWalletStore()), TestSite.NOW);
        wallet.enrol(enrolment(list), TestSite.NOW);
        return wallet;
    }

    private Enrolment enrolment(Signed<RevocationList> list) {
        return enrolment(holder, site.credential(holder, UnaryOperator.identity()), list);
    }

    private Enrolment enrolment(DhKeyPair holderOf, Signed<Credential> credential, Signed<RevocationList> list) {
        Enrolment plain = site.enrolment(holderOf, credential, List.of(site.projectKey()));
        return new Enrolment(
                plain.displayName(),
                plain.signedRoot(),
                plain.issuingKeys(),
                plain.signedCredential(),
                plain.holderKey(),
                plain.projectKeys(),
                Optional.of(list.bytes()));
    }

    private Signed<RevocationList> list(int minimumIssuingEpoch, Set<Bytes> readers) {
        return list(1, minimumIssuingEpoch, readers);
    }

    private Signed<RevocationList> list(long listEpoch, int minimumIssuingEpoch, Set<Bytes> readers) {
        return list(listEpoch, minimumIssuingEpoch, readers, RevocationList.ALL_GROUPS);
    }

    private Signed<RevocationList> list(long listEpoch, int minimumIssuingEpoch, Set<Bytes> readers, int group) {
        return site.sign(new RevocationList(
                site.project(),
                1,
                listEpoch,
                1,
                minimumIssuingEpoch,
                TestSite.NOW,
                TestSite.NOW.plus(Duration.ofDays(7)),
                readers,
                CodedSerials.of(1, SerialSet.of()),
                group));
    }
}
