package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.Conversation.Side;
import io.lintel.protocol.testing.ForwardingMemory;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.testing.Spec;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A running reader that goes on by another configuration. */
class AdoptedConfigurationTest {
    private final TestSite site = TestSite.of(Suite.X25519, 63);
    private final FailingMemory memory = new FailingMemory();
    private final ReaderDraft door = site.reader().revision(1).memory(memory);
    private final Reader reader = door.start();
    private final TestPhone phone = site.phone();

    @Test
    @Spec({"TAP-11-50", "TAP-11-54"})
    void aTapUnderWayIsDecidedByTheConfigurationThatReceiptsName() {
        Conversation begun = Conversation.between(reader, phone);

        reader.adopt(artefact(2, site.projectKey(), door.certificate().bytes(), overTcpOnly()));

        assertEquals(2, reader.receipt(TestSite.NOW).orElseThrow().value().revision());
        assertEquals(
                new TapResult.Denied(TapPath.COLD, DenialReason.TRANSPORT_NOT_ALLOWED),
                begun.complete().result());
        assertEquals(
                new TapResult.Denied(TapPath.COLD, DenialReason.TRANSPORT_NOT_ALLOWED),
                Conversation.tap(reader, phone));
    }

    @Test
    @Spec("TAP-11-54")
    void aTapUnderWayIsDeniedWhereTheNewConfigurationLacksItsCredentialsIssuingKey() {
        Conversation begun = Conversation.between(reader, phone);
        Bytes cold = begun.intercept(Kind.COLD);

        reader.adopt(withAnotherKey(Purpose.CREDENTIAL, 2));
        begun.deliver(Side.READER, cold);

        TapResult denied = new TapResult.Denied(TapPath.COLD, DenialReason.EPOCH_TOO_OLD);
        assertEquals(denied, begun.complete().result(), "the credential was read by the keys before");
        assertEquals(denied, Conversation.tap(reader, phone), "it is in the cache, and is asked again");
    }

    @Test
    @Spec("TAP-11-54")
    void aFastTapUnderWayIsDeniedInTheSameWay() {
        Conversation.tap(reader, phone);
        Conversation begun = Conversation.between(reader, phone);
        Bytes fast = begun.intercept(Kind.FAST);

        reader.adopt(withAnotherKey(Purpose.CREDENTIAL, 2));
        begun.deliver(Side.READER, fast);

        assertEquals(
                new TapResult.Denied(TapPath.FAST, DenialReason.EPOCH_TOO_OLD),
                begun.complete().result());
    }

    @Test
    @Spec("TAP-11-54")
    void theProjectKeyBeforeIsNeededByNobodyAnyMore() {
        ReaderArtefact first = artefact(2);
        reader.adopt(first);
        Conversation begun = Conversation.between(reader, phone);
        ProjectKey next = site.newProjectKey(2);

        reader.adopt(artefact(3, next, door.certificate().bytes(), door.policy()));
        first.close();

        assertEquals(new TapResult.Granted(TapPath.COLD), begun.complete().result());
        TestPhone rotated = site.phone(phone.holder(), phone.credential(), List.of(site.projectKey(), next));
        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, rotated));
    }

    @Test
    void whatWasLearntFromTapsStays() {
        Conversation.tap(reader, phone);
        long before = reader.counters().get(ReaderCounters.Counter.COLD_GRANTED);

        reader.adopt(artefact(2));

        assertEquals(new TapResult.Granted(TapPath.FAST), Conversation.tap(reader, phone));
        assertEquals(before, reader.counters().get(ReaderCounters.Counter.COLD_GRANTED));
    }

    @Test
    @Spec("TAP-11-52")
    void anOlderListInsideChangesNothingAndANewerOneIsInForce() {
        reader.install(site.list(5, phone.serial()).bytes(), TestSite.NOW);
        reader.adopt(artefact(2));
        assertEquals(5, listEpoch(reader));
        assertEquals(new TapResult.Denied(TapPath.COLD, DenialReason.REVOKED), Conversation.tap(reader, phone));

        Reader behind = site.reader().revision(1).start();
        assertEquals(1, listEpoch(behind));
        ReaderDraft other = site.reader().revision(1);
        Reader another = other.start();
        another.adopt(site.artefact(site.content(other, List.of()), 2));
        assertEquals(3, listEpoch(another));
        assertEquals(3, listEpoch(other.withoutList().start()), "it is kept");
    }

    @Test
    void receiptsNameTheConfigurationInForce() {
        long first = reader.receipt(TestSite.NOW).orElseThrow().value().number();
        reader.adopt(artefact(7));

        var receipt = reader.receipt(TestSite.NOW).orElseThrow().value();

        assertEquals(7, reader.revision());
        assertEquals(7, receipt.revision());
        assertEquals(3, receipt.list().orElseThrow().epoch());
        assertEquals(first + 1, receipt.number());
    }

    @Test
    @Spec("TAP-11-56")
    void whereItsListCannotBeKeptTheReaderGoesOnAsBeforeAndTriesAgain() {
        memory.fails = true;
        ReaderArtefact next =
                artefact(2, site.newProjectKey(2), door.certificate().bytes(), overTcpOnly());

        assertThrows(ReaderMemoryException.class, () -> reader.adopt(next));

        assertEquals(1, reader.revision());
        assertEquals(1, listEpoch(reader));
        assertEquals(new TapResult.Granted(TapPath.COLD), Conversation.tap(reader, phone));
        memory.fails = false;
        reader.adopt(next);
        assertEquals(2, reader.revision());
        assertEquals(3, listEpoch(reader));
    }

    @Test
    @Spec("TAP-11-55")
    void aListForOtherGroupsEndsWithTheGroups() {
        Signed<RevocationList> forGroup = listForGroup(4, 1);
        reader.install(forGroup.bytes(), TestSite.NOW);
        assertEquals(4, listEpoch(reader));

        reader.adopt(artefact(2, site.projectKey(), certificate(Set.of(2)), door.policy()));

        assertEquals(Optional.empty(), reader.listInForce(), "list 3 inside is older than what was in force");
        assertEquals(new TapResult.Denied(TapPath.COLD, DenialReason.LIST_STALE), Conversation.tap(reader, phone));
        assertTrue(reader.install(site.list(4).bytes(), TestSite.NOW), "the list for all of the same epoch");
        assertEquals(new TapResult.Denied(TapPath.COLD, DenialReason.WRONG_GROUP), Conversation.tap(reader, phone));
    }

    @Test
    @Spec("TAP-11-55")
    void aListEndsWithItsIssuingKey() {
        assertEquals(1, listEpoch(reader));

        reader.adopt(withAnotherKey(Purpose.LIST, 2));

        assertEquals(Optional.empty(), reader.listInForce());
        assertEquals(new TapResult.Denied(TapPath.COLD, DenialReason.LIST_STALE), Conversation.tap(reader, phone));
    }

    @Test
    void theDirectoryInsideTakesThePlaceOfTheOneBefore() {
        Signed<Credential> mine = phone.credential();
        Reader informed = site.reader().directory(List.of(mine)).start();
        assertEquals(1, coldMessages(informed, site.phone(phone.holder(), mine, List.of(site.projectKey()))));

        ReaderDraft other = site.reader().revision(1);
        Reader uninformed = other.start();
        uninformed.adopt(site.artefact(site.content(other, List.of(mine.bytes())), 2));
        assertEquals(1, coldMessages(uninformed, site.phone(phone.holder(), mine, List.of(site.projectKey()))));
        uninformed.adopt(site.artefact(
                site.content(other, List.of(site.phone().credential().bytes())), 3));
        assertEquals(2, coldMessages(uninformed, site.phone(phone.holder(), mine, List.of(site.projectKey()))));
    }

    @Test
    @Spec("TAP-11-51")
    void anotherReadersOrProjectsConfigurationIsRefused() {
        TestSite elsewhere = TestSite.of(Suite.X25519, 64);
        ReaderDraft stranger = elsewhere.reader();

        assertThrows(
                IllegalArgumentException.class,
                () -> reader.adopt(site.artefact(site.content(site.reader(), List.of()), 2)));
        assertThrows(
                IllegalArgumentException.class,
                () -> reader.adopt(elsewhere.artefact(elsewhere.content(stranger, List.of()), 2)));
        assertEquals(1, reader.revision());
    }

    @Test
    void whatAKeySignedThatAListHasGivenUpIsRefused() {
        reader.install(givingUpTheFirstKey(5).bytes(), TestSite.NOW);
        ReaderArtefact forged = artefact(2); // whoever has the first key signs what he likes

        ReaderArtefactException refused = assertThrows(ReaderArtefactException.class, () -> reader.adopt(forged));

        assertEquals(ReaderArtefactException.Code.NOT_AUTHENTIC, refused.code());
        assertEquals(1, reader.revision());
    }

    /** Returns how many messages a phone needs after the opener: two where it had to send the whole credential. */
    private static long coldMessages(Reader reader, TestPhone phone) {
        Conversation tap = Conversation.between(reader, phone).complete();
        assertEquals(new TapResult.Granted(TapPath.COLD), tap.result());
        return tap.kinds().stream()
                .filter(kind -> kind == MessageKind.COLD.octet().unsigned(0)
                        || kind == MessageKind.CREDENTIAL.octet().unsigned(0))
                .count();
    }

    private ReaderArtefact artefact(long revision) {
        return artefact(revision, site.projectKey(), door.certificate().bytes(), door.policy());
    }

    private ReaderArtefact artefact(long revision, ProjectKey key, Bytes certificate, PolicySettings policy) {
        ReaderContent content = site.content(door, List.of());
        return site.artefact(
                new ReaderContent(
                        content.root(),
                        content.issuingKeys(),
                        certificate,
                        new ProjectKey(key.epoch(), SecretBytes.copyOf(key.key().copy())),
                        content.revocationList(),
                        content.directory(),
                        policy,
                        content.coldAfterUses(),
                        content.coldAfter(),
                        content.door(),
                        content.system()),
                revision);
    }

    /** Returns a configuration in which a key of another epoch has the purpose; without a list where lists are the purpose. */
    private ReaderArtefact withAnotherKey(Purpose purpose, long revision) {
        ReaderContent content = site.content(door, List.of());
        List<Bytes> keys = new ArrayList<>();
        for (Signed<IssuingKey> key : site.trust().issuingKeys()) {
            if (key.value().purpose() != purpose) {
                keys.add(key.bytes());
            }
        }
        keys.add(site.issuingKey(purpose, 2, site.suite().generateSigningKeyPair()));
        return site.artefact(
                new ReaderContent(
                        content.root(),
                        keys,
                        content.certificate(),
                        content.projectKey(),
                        content.revocationList().filter(any -> purpose != Purpose.LIST),
                        content.directory(),
                        content.policy(),
                        content.coldAfterUses(),
                        content.coldAfter(),
                        content.door(),
                        content.system()),
                revision);
    }

    private PolicySettings overTcpOnly() {
        PolicySettings all = door.policy();
        return new PolicySettings(
                EnumSet.of(Transport.TCP),
                all.triggers(),
                all.personVerification(),
                all.maxAnswerTime(),
                all.staleAllowance(),
                all.clock());
    }

    private Bytes certificate(Set<Integer> groups) {
        ReaderCertificate own = door.certificate().value();
        return site.sign(new ReaderCertificate(
                        own.project(),
                        own.issuingEpoch(),
                        own.readerNumber(),
                        own.dhKey(),
                        own.signingKey(),
                        groups,
                        own.technology(),
                        own.issued(),
                        own.expires()))
                .bytes();
    }

    private Signed<RevocationList> listForGroup(long epoch, int group) {
        return list(epoch, 1, group);
    }

    private Signed<RevocationList> givingUpTheFirstKey(long epoch) {
        return list(epoch, 2, RevocationList.ALL_GROUPS);
    }

    private Signed<RevocationList> list(long epoch, int minimumIssuingEpoch, int group) {
        RevocationList all = site.list(epoch).value();
        return site.sign(new RevocationList(
                all.project(),
                all.issuingEpoch(),
                all.listEpoch(),
                all.minimumKeyEpoch(),
                minimumIssuingEpoch,
                all.issued(),
                all.expires(),
                all.revokedReaderKeys(),
                all.revoked(),
                group));
    }

    private static long listEpoch(Reader reader) {
        return reader.listInForce().orElseThrow().value().listEpoch();
    }

    /** A memory that can be full. */
    private static final class FailingMemory extends ForwardingMemory {
        private boolean fails;

        @Override
        public void keepList(Slot slot, Bytes signedList) {
            if (fails) {
                throw new ReaderMemoryException(ReaderMemoryException.Code.UNAVAILABLE, "no room");
            }
            super.keepList(slot, signedList);
        }
    }
}
