package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.ReaderArtefactException.Code;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The file that an installer carries to a reader. */
class ReaderArtefactTest {

    @Requirement({"KEY-03", "KEY-05"})
    @ParameterizedTest
    @EnumSource(Suite.class)
    void aReaderStartsFromItsOctetsAndOpens(Suite suite) {
        TestSite site = TestSite.of(suite, 61);
        ReaderDraft door = site.reader();
        TestPhone phone = site.phone();
        ReaderArtefact artefact = open(site, artefact(site, door, 1).encode());

        Reader reader = start(site, door, artefact, TestSite.NOW);

        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, phone));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-11-41", "TAP-11-42"})
    void whatALaterVersionAddsIsPassedOverUpToAMebioctetInAll(Suite suite) {
        TestSite site = TestSite.of(suite, 65);
        Bytes good = Bytes.copyOf(artefact(site, site.reader(), 5).encode().copy());
        int room = (1 << 20) - good.size();

        assertEquals(5, open(site, longer(good, room)).revision());
        ReaderArtefactException refused =
                assertThrows(ReaderArtefactException.class, () -> open(site, longer(good, room + 1)));
        assertEquals(Code.MALFORMED, refused.code());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-11-40")
    void ofWhatStandsTwiceTheLastCounts(Suite suite) {
        TestSite site = TestSite.of(suite, 66);
        Bytes good = Bytes.copyOf(artefact(site, site.reader(), 5).encode().copy());
        Bytes anotherStatement = Bytes.of(0x12, 3, 1, 2, 3);

        assertEquals(5, open(site, secret(Bytes.concat(anotherStatement, good))).revision());
        assertThrows(ReaderArtefactException.class, () -> open(site, secret(Bytes.concat(good, anotherStatement))));
    }

    private static SecretBytes secret(Bytes octets) {
        return SecretBytes.takeOwnership(octets.toByteArray());
    }

    /** Returns the octets with field 99 behind, so that it takes so many octets more. */
    private static SecretBytes longer(Bytes good, int more) {
        int content = more - 5;
        Bytes tagAndLength =
                Bytes.of(0x9a, 0x06, (content & 0x7f) | 0x80, ((content >>> 7) & 0x7f) | 0x80, content >>> 14);
        return secret(Bytes.concat(good, tagAndLength, Bytes.copyOf(new byte[content])));
    }

    @Requirement({"SYS-08", "SYS-13"})
    @ParameterizedTest
    @EnumSource(Suite.class)
    void octetsSayTheSameAgain(Suite suite) {
        TestSite site = TestSite.of(suite, 62);
        ReaderArtefact artefact = artefact(site, site.reader(), 5);

        ReaderArtefact again = open(site, artefact.encode());

        assertEquals(artefact.content(), again.content());
        assertEquals(artefact.encode(), again.encode());
        assertEquals(5, again.revision());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyCutIsRefused(Suite suite) {
        TestSite site = TestSite.of(suite, 63);
        byte[] whole = artefact(site, site.reader(), 1).encode().copy();

        for (int size = 0; size < whole.length; size++) {
            SecretBytes cut = SecretBytes.copyOf(Arrays.copyOf(whole, size));
            assertThrows(ReaderArtefactException.class, () -> open(site, cut));
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void everyChangedOctetIsRefused(Suite suite) {
        TestSite site = TestSite.of(suite, 68);
        byte[] whole = artefact(site, site.reader(), 1).encode().copy();

        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 0x20;
            assertThrows(ReaderArtefactException.class, () -> open(site, SecretBytes.copyOf(changed)), "octet " + at);
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void anothersArtefactIsRefused(Suite suite) {
        TestSite site = TestSite.of(suite, 69);
        ReaderDraft door = site.reader();

        assertRefused(Code.ANOTHER_READER, artefact(site, site.reader(), 1), door, Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-11-48")
    void aReaderGoesToNoLowerRevision(Suite suite) {
        TestSite site = TestSite.of(suite, 70);
        ReaderDraft door = site.reader();
        ReaderArtefact accepted = artefact(site, door, 5);

        assertRefused(Code.ROLLED_BACK, artefact(site, door, 4), door, Optional.of(accepted));
        ReaderContent other = site.content(door, List.of());
        assertRefused(Code.ROLLED_BACK, site.artefact(other, 5), door, Optional.of(accepted));
        assertAccepted(open(site, accepted.encode()), door, Optional.of(accepted));
        assertAccepted(artefact(site, door, 6), door, Optional.of(accepted));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-11-47", "TAP-11-53"})
    void aReaderTakesNothingFromAKeyThatItsNotesHaveGivenUpButWhatItHas(Suite suite) {
        TestSite site = TestSite.of(suite, 73);
        ReaderDraft door = site.reader();
        ReaderArtefact accepted = artefact(site, door, 5);
        ReaderArtefact next = artefact(site, door, 6);

        assertAccepted(next, door, Optional.of(accepted), 1);
        assertAccepted(open(site, accepted.encode()), door, Optional.of(accepted), 2);
        for (Optional<ReaderArtefact> before : List.of(Optional.of(accepted), Optional.<ReaderArtefact>empty())) {
            ReaderArtefactException refused =
                    assertThrows(ReaderArtefactException.class, () -> assertAccepted(next, door, before, 2));
            assertEquals(Code.NOT_AUTHENTIC, refused.code());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-11-46")
    void aReaderDoesNotChangeSites(Suite suite) {
        TestSite site = TestSite.of(suite, 71);
        TestSite other = TestSite.of(suite, 72);
        ReaderDraft door = site.reader();
        ReaderCertificate own = door.certificate().value();
        Bytes elsewhere = other.sign(new ReaderCertificate(
                        other.project(),
                        1,
                        own.readerNumber(),
                        own.dhKey(),
                        own.signingKey(),
                        own.groups(),
                        own.technology(),
                        own.issued(),
                        own.expires()))
                .bytes();
        ReaderContent content = site.content(door, List.of());
        ReaderContent moved = new ReaderContent(
                other.trust().root().bytes(),
                other.issuingKeys(),
                elsewhere,
                other.projectKey(),
                Optional.empty(),
                List.of(),
                content.policy(),
                content.coldAfterUses(),
                content.coldAfter(),
                content.door(),
                Optional.empty());

        assertRefused(Code.ANOTHER_PROJECT, other.artefact(moved, 9), door, Optional.of(artefact(site, door, 1)));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-4.5-11", "TAP-9-5", "TAP-11-37"})
    void aReaderWhoseIssuingKeysHaveExpiredStartsAndDenies(Suite suite) {
        TestSite site = TestSite.of(suite, 64);
        ReaderDraft door = site.reader().expires(TestSite.KEY_EXPIRY.plus(Duration.ofDays(9)));
        TestPhone phone = site.phone(credential -> credential.leaseEnd(TestSite.KEY_EXPIRY.plus(Duration.ofDays(9))));
        Instant later = TestSite.KEY_EXPIRY.plus(Duration.ofDays(1));
        ReaderArtefact artefact =
                site.artefact(site.content(door, List.of(phone.credential().bytes())), 1);

        Reader reader = start(site, door, artefact, later);

        AccessEvent event = Decider.decide(
                reader.services,
                phone.credential(),
                Conversation.GESTURE.intent(),
                TapPath.COLD,
                Conversation.GESTURE.transport(),
                Duration.ZERO,
                later);
        assertEquals(Optional.of(DenialReason.EPOCH_TOO_OLD), event.denial());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void aStatementOfAnotherSiteIsNotSigned(Suite suite) {
        TestSite site = TestSite.of(suite, 65);
        TestSite other = TestSite.of(suite, 66);
        ReaderContent foreign = other.content(site.reader(), List.of());

        assertThrows(StatementException.class, () -> site.artefact(foreign, 1));
    }

    @Requirement("KEY-08")
    @ParameterizedTest
    @EnumSource(Suite.class)
    void itsTextShowsNeitherKeysNorHolders(Suite suite) {
        TestSite site = TestSite.of(suite, 67);
        ReaderArtefact artefact = artefact(site, site.reader(), 1);
        String text = artefact + " " + artefact.content();

        artefact.content().directory().forEach(credential -> assertFalse(text.contains(credential.toHex())));
        assertFalse(text.contains(
                Bytes.copyOf(artefact.content().projectKey().key().copy()).toHex()));
        assertFalse(text.contains("010203"));
    }

    private static void assertRefused(
            Code code, ReaderArtefact artefact, ReaderDraft door, Optional<ReaderArtefact> accepted) {
        ReaderArtefactException refused =
                assertThrows(ReaderArtefactException.class, () -> assertAccepted(artefact, door, accepted));
        assertEquals(code, refused.code());
    }

    private static void assertAccepted(ReaderArtefact artefact, ReaderDraft door, Optional<ReaderArtefact> accepted) {
        assertAccepted(artefact, door, accepted, 1);
    }

    private static void assertAccepted(
            ReaderArtefact artefact, ReaderDraft door, Optional<ReaderArtefact> accepted, int minimumIssuingEpoch) {
        ReaderIdentity own = door.identity();
        artefact.requireAcceptable(
                own.dh().publicKey().encoded(), own.signing().publicKey().encoded(), accepted, minimumIssuingEpoch);
    }

    private static ReaderArtefact artefact(TestSite site, ReaderDraft door, long revision) {
        return site.artefact(
                site.content(door, List.of(site.phone().credential().bytes())), revision);
    }

    private static ReaderArtefact open(TestSite site, SecretBytes octets) {
        return ReaderArtefact.open(octets, suite -> site.suite());
    }

    private static Reader start(TestSite site, ReaderDraft door, ReaderArtefact artefact, Instant now) {
        ReaderPorts ports = new ReaderPorts(
                site.suite(), site.suite()::generateDhKeyPair, site.random()::octets, AccessPolicy.none());
        return artefact.reader(door.identity().dh(), door.identity().signing(), ports, now);
    }
}
