package io.lintel.protocol.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInException;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.TestSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MembershipsTest {
    private static final Optional<AppReport> REPORT =
            Optional.of(new AppReport(1, 2, 3, 4, 5, 6, "Example Phone", "16", "1.0"));

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement("SYN-01")
    @Spec("TAP-13-1")
    void firstCheckInIsDueAtOnceAndTheNextWhenTheManagerSaysSo(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        assertEquals(1, bench.memberships().due(TestSite.NOW).size());
        bench.exchange(CheckInBench.say(1, Instruction.KEEP));
        assertEquals(List.of(), bench.memberships().due(TestSite.NOW.plus(Duration.ofHours(23))));
        assertEquals(
                1,
                bench.memberships().due(TestSite.NOW.plus(Duration.ofDays(1))).size());
        assertEquals(Optional.of(TestSite.NOW), bench.membership().synchronised());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-42")
    void newLeaseIsKeptAndNamedInTheNextRequest(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Instant leaseEnd = TestSite.NOW.plus(Duration.ofDays(6));
        Signed<Credential> renewed = bench.statement(draft -> draft.leaseEnd(leaseEnd));
        CheckInOutcome.Kept kept = assertInstanceOf(CheckInOutcome.Kept.class, bench.exchange(keep(bench, renewed)));
        assertEquals(leaseEnd, kept.credential().leaseEnd());
        Wallet restarted = bench.phone.restarted().wallet();
        assertEquals(leaseEnd, restarted.credentials().get(0).leaseEnd());
        bench.exchange(CheckInBench.say(2, Instruction.KEEP));
        assertEquals(Optional.of(renewed.reference()), bench.lastHeard().held().credential());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-6")
    void sameRequestIsSealedUnderANewKeyEachTime(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        try (CheckInExchange one = bench.memberships().begin(bench.membership(), Optional.empty());
                CheckInExchange other = bench.memberships().begin(bench.membership(), Optional.empty())) {
            assertNotEquals(one.request(), other.request());
            bench.open(one.request()).close();
            CheckInRequest first = bench.lastHeard();
            bench.open(other.request()).close();
            assertEquals(first, bench.lastHeard());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-49")
    void certificatesOfBeforeStayAndTheFirstOfTooManyProjectKeysGoes(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Signed<ReaderCertificate> met = bench.site.reader().certificate();
        new Wallet(bench.site.walletPorts(bench.store()), TestSite.NOW).learnReader(met.bytes(), TestSite.NOW);
        Door other = door(bench.site.reader().certificate().bytes());
        for (int epoch = 2; epoch <= 5; epoch++) {
            bench.exchange(bench.keep(
                    Optional.empty(),
                    Optional.of(bench.site.newProjectKey(epoch)),
                    Optional.of(new Doors(epoch, List.of(other))),
                    Optional.empty()));
        }
        assertEquals(
                1,
                bench.store()
                        .readerCertificates(bench.site.project(), met.value().tag())
                        .size());
        assertEquals(
                List.of(2, 3, 4, 5),
                bench.store().enrolments().get(0).projectKeys().stream()
                        .map(ProjectKey::epoch)
                        .sorted()
                        .toList());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"RDR-16", "SYN-02"})
    void doorsKeysAndListAreKeptAndTheirEpochsNamedInTheNextRequest(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Signed<ReaderCertificate> reader = bench.site.reader().certificate();
        Door door = door(reader.bytes());
        Doors doors = new Doors(11, List.of(door));
        ProjectKey key = bench.site.newProjectKey(2);
        CheckInAnswer answer = bench.keep(
                Optional.empty(),
                Optional.of(key),
                Optional.of(doors),
                Optional.of(bench.site.list(9, 500).bytes()));
        CheckInOutcome.Kept kept = assertInstanceOf(CheckInOutcome.Kept.class, bench.exchange(answer));
        assertEquals(List.of(door), kept.membership().doorList());
        assertEquals(
                1,
                bench.store()
                        .readerCertificates(bench.site.project(), reader.value().tag())
                        .size());
        bench.exchange(CheckInBench.say(2, Instruction.KEEP));
        assertEquals(2, bench.lastHeard().held().keyEpoch());
        assertEquals(9, bench.lastHeard().held().listEpoch());
        assertEquals(11, bench.lastHeard().held().readersRevision());
        assertEquals(List.of(door), bench.membership().doorList(), "nothing new leaves the doors");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement("SYN-02")
    void deltaToTheListOnThePhoneGivesTheNewest(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Signed<RevocationList> old = bench.site.list(9, 500);
        Signed<RevocationList> newest = bench.site.list(10, 500, 600);
        bench.exchange(bench.keep(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(old.bytes())));
        Bytes delta = ListDelta.between(old, newest).bytes();

        assertInstanceOf(CheckInOutcome.Kept.class, bench.exchange(bench.keep(delta)));

        bench.exchange(CheckInBench.say(3, Instruction.KEEP));
        assertEquals(10, bench.lastHeard().held().listEpoch());
        assertThrows(CheckInException.class, () -> bench.exchange(bench.keep(delta)), "it applies to another list");
        bench.exchange(CheckInBench.say(4, Instruction.KEEP));
        assertEquals(10, bench.lastHeard().held().listEpoch(), "nothing of such an answer counts");
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-41")
    void headIsKeptWithItsListAndAForgedOneSpoilsTheAnswer(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Signed<RevocationList> list = bench.site.list(9, 500);
        Bytes head = bench.site.sign(ChunkTable.head(list)).bytes();
        Bytes other = bench.site.sign(ChunkTable.head(bench.site.list(9, 501))).bytes();

        bench.exchange(bench.keep(news(other, list)));
        bench.exchange(bench.keep(news(head, list)));
        assertEquals(0, bench.lastHeard().held().headEpoch(), "the first was of another list");
        byte[] forged = head.toByteArray();
        forged[forged.length - 1] ^= 1;
        assertThrows(CheckInException.class, () -> bench.exchange(bench.keep(news(Bytes.copyOf(forged), list))));
        assertEquals(9, bench.lastHeard().held().headEpoch());
    }

    private static ListNews news(Bytes head, Signed<RevocationList> list) {
        return new ListNews(Optional.of(head), Optional.of(list.bytes()), Optional.empty());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-46")
    void receiptsGoHomeEightAtATimeAndOnce(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        List<Bytes> receipts = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Reader reader = bench.site.reader().list(bench.site.list(3)).start();
            Signed<Receipt> receipt = reader.receipt(TestSite.NOW).orElseThrow();
            receipts.add(receipt.bytes());
            new CourierBags(bench.store()).change(bench.site.project(), bag -> bag.withReceipt(receipt, TestSite.NOW));
        }
        bench.refuse(CheckInRefusal.RATE_LIMITED);
        bench.exchange(CheckInBench.say(1, Instruction.KEEP));
        assertEquals(receipts.subList(0, 8), bench.lastHeard().receipts());
        assertEquals(
                TestSite.NOW.plus(CheckInAnswer.MIN_NEXT_CHECK_IN),
                bench.membership().due());
        bench.exchange(CheckInBench.say(2, Instruction.KEEP));
        assertEquals(receipts.subList(8, 9), bench.lastHeard().receipts());
        assertEquals(TestSite.NOW.plus(CheckInBench.DAY), bench.membership().due());
        bench.exchange(CheckInBench.say(3, Instruction.KEEP));
        assertEquals(List.of(), bench.lastHeard().receipts());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"REV-02", "DEV-17", "SYN-03"})
    @Spec({"TAP-13-43", "TAP-13-44"})
    void orderedDeletionIsConfirmedAfterItIsDoneAndThenForgotten(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        assertInstanceOf(CheckInOutcome.Deleted.class, bench.exchange(CheckInBench.say(1, Instruction.DELETE)));
        assertEquals(Holding.HELD, bench.lastHeard().holding());
        assertEquals(List.of(), bench.store().enrolments());
        assertEquals(1, bench.memberships().due(TestSite.NOW).size(), "the confirmation is due at once");

        assertInstanceOf(CheckInOutcome.Forgotten.class, bench.exchange(CheckInBench.say(2, Instruction.FORGET)));
        assertEquals(Holding.DELETED_AS_TOLD, bench.lastHeard().holding());
        assertTrue(bench.lastHeard().number() > bench.heard.get(0).number());
        assertEquals(List.of(), bench.records.memberships());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"REV-04", "SYN-03"})
    void appThatStartsChecksInBeforeItIsDueAndHearsOfARevocation(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.exchange(CheckInBench.say(1, Instruction.KEEP));
        Memberships started = bench.memberships();
        assertEquals(List.of(), started.due(TestSite.NOW), "by itself it would wait");

        assertEquals(List.of(bench.membership()), started.all());
        assertInstanceOf(
                CheckInOutcome.Deleted.class,
                bench.exchange(started, Optional.empty(), CheckInBench.say(2, Instruction.DELETE)));
        assertEquals(List.of(), bench.store().enrolments());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"DEV-18", "REV-11"})
    void deletionByThePersonIsReported(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.memberships().delete(bench.site.project(), bench.phone.serial());
        assertEquals(List.of(), bench.store().enrolments());
        bench.exchange(CheckInBench.say(1, Instruction.FORGET));
        assertEquals(Holding.DELETED_BY_PERSON, bench.lastHeard().holding());
        assertEquals(List.of(), bench.records.memberships());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void deletedCredentialOpensNothingNotEvenByItsRatchet(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        var reader = bench.site.reader().start();
        Conversation.tap(reader, bench.phone);
        assertFalse(bench.store().resumptions().values().stream()
                .allMatch(kept -> kept.ratchet().isEmpty()));
        bench.exchange(CheckInBench.say(1, Instruction.DELETE));
        assertTrue(bench.store().resumptions().values().stream()
                .allMatch(kept -> kept.ratchet().isEmpty()));
        assertEquals(List.of(), bench.phone.restarted().wallet().credentials());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-9-9", "TAP-13-10", "TAP-13-40"})
    void requestThatWasNotAnsweredIsRepeatedWordForWord(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.exchange(CheckInBench.say(1, Instruction.KEEP));
        CheckInRequest first = bench.lose(REPORT);
        assertEquals(REPORT, first.report());
        assertEquals(first, bench.lose(Optional.empty()));
        bench.exchange(CheckInBench.say(2, Instruction.KEEP));
        assertEquals(first, bench.lastHeard());
        assertTrue(bench.lose(Optional.empty()).number() > first.number());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void deletionIsNotSaidInTheNameOfAnEarlierRequest(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        CheckInRequest lost = bench.lose(Optional.empty());
        bench.memberships().delete(bench.site.project(), bench.phone.serial());
        CheckInRequest deleted = bench.lose(Optional.empty());
        assertFalse(lost.requestId().equals(deleted.requestId()));
        assertTrue(deleted.number() > lost.number());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement({"STA-01", "STA-10", "STA-19"})
    void reportGoesOutOnlyWhereTheSiteWantsIt(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.exchange(bench.memberships(), REPORT, CheckInBench.say(1, Instruction.KEEP));
        assertEquals(Optional.empty(), bench.lastHeard().report(), "nobody has said yet that he wants one");
        CheckInAnswer enough =
                CheckInAnswer.of(2, Instruction.KEEP, CheckInBench.DAY, CheckInAnswer.Reporting.NOT_WANTED);
        bench.exchange(bench.memberships(), REPORT, enough);
        assertEquals(REPORT, bench.lastHeard().report());
        bench.exchange(bench.memberships(), REPORT, enough);
        assertEquals(Optional.empty(), bench.lastHeard().report());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-13-9", "TAP-13-47"})
    void phoneWhoseStorageWasSetBackGoesOnAboveWhatTheManagerHasSeen(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.exchange(CheckInBench.say(41, Instruction.KEEP));
        bench.exchange(CheckInBench.say(42, Instruction.DELETE));
        assertEquals(42, bench.lastHeard().number());
        assertInstanceOf(CheckInOutcome.Overtaken.class, bench.exchange(CheckInBench.say(50, Instruction.DELETE)));
        bench.exchange(CheckInBench.say(51, Instruction.FORGET));
        assertEquals(51, bench.lastHeard().number());
        assertEquals(Holding.DELETED_AS_TOLD, bench.lastHeard().holding());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec({"TAP-13-39", "TAP-13-45"})
    void managerThatDoesNotKnowTheCredentialDoesNotTakeItAway(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.refuse(CheckInRefusal.UNKNOWN_CREDENTIAL);
        assertEquals(1, bench.store().enrolments().size());
        bench.memberships().delete(bench.site.project(), bench.phone.serial());
        bench.refuse(CheckInRefusal.RATE_LIMITED);
        assertEquals(1, bench.records.memberships().size());
        bench.refuse(CheckInRefusal.UNKNOWN_CREDENTIAL);
        assertEquals(List.of(), bench.records.memberships());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Spec("TAP-13-48")
    void answerWithWhatIsNotThisCredentialsChangesNothing(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        TestSite elsewhere = TestSite.of(suite, 99);
        Bytes otherHolder = bench.site
                .credential(bench.site.suite().generateDhKeyPair(), draft -> draft.serial(bench.phone.serial()))
                .bytes();
        Bytes otherSerial = bench.statement(draft -> draft.serial(4711)).bytes();
        Bytes older = bench.statement(draft -> draft.issued(TestSite.CREATED)).bytes();
        Bytes foreign =
                elsewhere.credential(bench.phone.holder(), draft -> draft).bytes();
        Bytes foreignReader = elsewhere.reader().certificate().bytes();
        for (CheckInAnswer answer : List.of(
                keep(bench, otherHolder),
                keep(bench, otherSerial),
                keep(bench, older),
                keep(bench, foreign),
                keep(bench, Bytes.of(1, 2, 3)),
                bench.keep(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Doors(5, List.of(door(foreignReader)))),
                        Optional.empty()),
                bench.keep(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(elsewhere.list(3, 7).bytes())),
                CheckInBench.say(1, Instruction.FORGET))) {
            List<Enrolment> before = bench.store().enrolments();
            assertThrows(CheckInException.class, () -> bench.exchange(answer));
            assertEquals(before, bench.store().enrolments());
            assertEquals(Optional.empty(), bench.membership().synchronised());
        }
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    void deletedCredentialDoesNotComeBack(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        bench.memberships().delete(bench.site.project(), bench.phone.serial());
        assertThrows(
                CheckInException.class,
                () -> bench.exchange(keep(bench, bench.statement(draft -> draft).bytes())));
        assertEquals(List.of(), bench.store().enrolments());
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement("RDR-16")
    void aPublishedDoorIsFoundByTheTagsThatItsReaderAdvertises(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Signed<ReaderCertificate> reader = bench.site.reader().certificate();
        Door known =
                new Door(1, "Front", Optional.of(reader.bytes()), "", Optional.empty(), 40, 55, Set.of(Trigger.LIST));
        bench.exchange(bench.keep(
                Optional.empty(), Optional.empty(), Optional.of(new Doors(5, List.of(known))), Optional.empty()));
        Bytes project = bench.site.project().tag();

        assertEquals(
                Optional.of(known),
                bench.memberships().door(project, reader.value().tag()));
        assertEquals(Optional.empty(), bench.memberships().door(project, Bytes.of(1, 2, 3, 4)));
        assertEquals(
                Optional.empty(),
                bench.memberships().door(Bytes.of(1, 2, 3, 4), reader.value().tag()));
    }

    @ParameterizedTest
    @EnumSource(Suite.class)
    @Requirement("RDR-12")
    void doorsAreExportedAsTheFileThatManagersImport(Suite suite) {
        CheckInBench bench = new CheckInBench(suite);
        Signed<ReaderCertificate> reader = bench.site.reader().certificate();
        Door known = new Door(
                1,
                "Hl\u00e1vka \"5\"",
                Optional.of(reader.bytes()),
                "IMA XhOUJ",
                Optional.of(Bytes.ofHex("001ec025ea74")),
                40,
                55,
                Set.of(Trigger.LIST, Trigger.WIDGET));
        Door nameless = new Door(2, "Nobody's", Optional.empty(), "", Optional.empty(), 40, 0, Set.of());
        bench.exchange(bench.keep(
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Doors(5, List.of(known, nameless))),
                Optional.empty()));

        String file = bench.memberships().exportDoors(bench.site.project());

        assertEquals("""
                {
                  "format": "lintel-readers",
                  "version": 1,
                  "readers": [
                    {"name": "Hl\\u00e1vka \\"5\\"", "readerId": "IMA XhOUJ", "mac": "00:1E:C0:25:EA:74", \
                "fingerprint": "%s", "identificationFromApp": "INHERITED", "oneTap": "INHERITED", \
                "signalPercent": 40, "oneTapPercent": 55}
                  ]
                }
                """.formatted(reader.value().keyFingerprint().toHex()), file);
    }

    private static Door door(Bytes certificate) {
        return new Door(1, "Main", Optional.of(certificate), "", Optional.empty(), 40, 0, Set.of(Trigger.LIST));
    }

    private static CheckInAnswer keep(CheckInBench bench, Signed<Credential> credential) {
        return keep(bench, credential.bytes());
    }

    private static CheckInAnswer keep(CheckInBench bench, Bytes credential) {
        return bench.keep(Optional.of(credential), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
