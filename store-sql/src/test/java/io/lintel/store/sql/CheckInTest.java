package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.checkin.AppReport;
import io.lintel.protocol.checkin.CheckInAnswer;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInRequest;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.protocol.checkin.Door;
import io.lintel.protocol.checkin.Doors;
import io.lintel.protocol.checkin.Held;
import io.lintel.protocol.checkin.Holding;
import io.lintel.protocol.checkin.Instruction;
import io.lintel.protocol.checkin.PhoneCheckIn;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.checkin.LastCheckIn;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.organisation.EditKeySettings;
import io.lintel.sdk.organisation.KeyEntry;
import io.lintel.sdk.reader.AddReader;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.statistics.ChangeSharing;
import io.lintel.sdk.statistics.Counter;
import io.lintel.sdk.statistics.Sharing;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class CheckInTest {

    /** What one source may send at once, and what a request costs that does not open. */
    private static final int REQUESTS_AT_ONCE = 240;

    private static final int COST_OF_A_FAILURE = 24;

    private static final Duration LEASE = Duration.ofDays(3);

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private CheckInPhone phone;

    CheckInTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        phone = CheckInPhone.activate(bench, bench.credential(customer));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"SYN-01", "DEV-13"})
    @Spec("TAP-13-27")
    void leaseIsRenewedOnceAThirdOfItIsOver() {
        assertEquals(Optional.empty(), bench.manager.phones().lastCheckIn(customer, phone.serial));
        CheckInAnswer early = phone.checkIn(Holding.HELD);
        assertEquals(Instruction.KEEP, early.instruction());
        assertEquals(Optional.empty(), early.credential());
        assertEquals(Duration.ofHours(12), early.nextCheckIn());

        pass(Duration.ofHours(24));
        phone.checkIn(Holding.HELD);

        assertEquals(bench.clock.instant().plus(LEASE), phone.credential().leaseEnd());
        assertEquals(phone.serial, phone.credential().serial());
        assertEquals(
                bench.clock.instant(),
                bench.manager
                        .phones()
                        .lastCheckIn(customer, phone.serial)
                        .map(LastCheckIn::at)
                        .orElseThrow());
        assertEquals(List.of(), changes(Change.Kind.REVOCATION_CONFIRMED));
    }

    @Test
    @Spec({"TAP-10-23", "TAP-13-22", "TAP-13-25", "TAP-13-26"})
    void requestThatCameBeforeChangesNothingAgain() {
        pass(Duration.ofHours(24));
        try (PhoneCheckIn session = phone.start(phone.says(Holding.HELD))) {
            bench.manager.phones().checkIn(session.request(), "recorder");
            Bytes renewed = newestStatement();
            LastCheckIn last =
                    bench.manager.phones().lastCheckIn(customer, phone.serial).orElseThrow();
            pass(Duration.ofDays(2));

            bench.manager.phones().checkIn(session.request(), "recorder");
            CheckInResult again = session.receive(bench.manager.phones().checkIn(session.request(), "recorder"));

            assertEquals(renewed, newestStatement());
            assertEquals(Optional.of(last), bench.manager.phones().lastCheckIn(customer, phone.serial));
            assertEquals(
                    Optional.of(renewed),
                    assertInstanceOf(CheckInResult.Answered.class, again)
                            .answer()
                            .credential());
        }
    }

    @Test
    @Requirement({"REV-02", "REV-03", "DEV-17", "SYN-03"})
    @Spec({"TAP-13-29", "TAP-13-35", "TAP-13-36"})
    void revocationIsOverWhenThePhoneSaysThatItHasDeletedTheCredential() {
        revoke();
        pass(Duration.ofDays(30));
        assertEquals(CredentialState.REVOKE_PENDING, state(), "as long as it does not check in");
        assertEquals(Instruction.DELETE, phone.checkIn(Holding.HELD).instruction());
        assertEquals(CredentialState.REVOKE_PENDING, state());

        assertEquals(Instruction.FORGET, phone.checkIn(Holding.DELETED_AS_TOLD).instruction());

        assertEquals(CredentialState.REVOKED, state());
        assertEquals(List.of(Long.toString(phone.serial)), changes(Change.Kind.REVOCATION_CONFIRMED));
        assertEquals(Instruction.DELETE, phone.checkIn(Holding.HELD).instruction());
    }

    @Test
    @Spec("TAP-13-37")
    void confirmationIsRecordedOnceHoweverOftenItComes() {
        revoke();
        CheckInRequest confirmation = phone.says(Holding.DELETED_AS_TOLD);
        for (int i = 0; i < 3; i++) {
            assertEquals(Instruction.FORGET, phone.checkIn(confirmation).instruction());
        }
        CheckInRequest another = phone.says(1, Holding.DELETED_AS_TOLD, Phone.newRequestId(TestBench.RANDOM));
        assertEquals(Instruction.FORGET, phone.checkIn(another).instruction(), "it is revoked by now");
        assertEquals(1, changes(Change.Kind.REVOCATION_CONFIRMED).size());
    }

    @Test
    @Spec("TAP-13-38")
    void recordedConfirmationIsNoConfirmation() {
        phone.checkIn(Holding.HELD);
        phone.checkIn(Holding.HELD);
        revoke();
        CheckInRequest old = phone.says(1, Holding.DELETED_AS_TOLD, Phone.newRequestId(TestBench.RANDOM));

        CheckInAnswer answer = phone.checkIn(old);

        assertEquals(Instruction.DELETE, answer.instruction(), "the phone is to say it again");
        assertEquals(2, answer.number());
        assertEquals(CredentialState.REVOKE_PENDING, state());
    }

    @Test
    @Requirement({"REV-11", "DEV-18"})
    @Spec("TAP-13-30")
    void credentialThatItsHolderDeletedIsRevoked() {
        assertEquals(
                Instruction.FORGET, phone.checkIn(Holding.DELETED_BY_PERSON).instruction());
        assertEquals(CredentialState.REVOKED, state());
    }

    @Test
    void strangersKeyLearnsNothingAndChangesNothing() {
        try (DhKeyPair stranger = TestBench.PRIMITIVES.suite(Suite.X25519).generateDhKeyPair();
                PhoneCheckIn session = phone.start(phone.says(Holding.DELETED_BY_PERSON), stranger)) {
            CheckInResult result = session.receive(bench.manager.phones().checkIn(session.request(), ""));
            assertEquals(new CheckInResult.Refused(CheckInRefusal.UNKNOWN_CREDENTIAL, Optional.empty()), result);
        }
        assertEquals(CredentialState.ACTIVE, state());
        assertEquals(Optional.empty(), bench.manager.phones().lastCheckIn(customer, phone.serial));
    }

    @Test
    @Spec({"TAP-13-23", "TAP-13-34"})
    void phoneGetsWhatIsNewAtItsSite() {
        long other = bench.credential(customer).serial();
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, other));
        phone.held = new Held(phone.held.credential(), 0, phone.held.listEpoch(), 0, Optional.empty(), 0);

        CheckInAnswer answer = phone.checkIn(Holding.HELD);

        assertEquals(1, answer.projectKey().orElseThrow().epoch());
        assertTrue(phone.trust
                .verifyListAsIssued(answer.list().whole().orElseThrow())
                .value()
                .revokes(other));
        assertEquals(phone.held.issuingKeys().isEmpty(), !answer.issuingKeys().isEmpty());
    }

    @Test
    @Requirement({"RDR-02", "RDR-05", "RDR-16", "SYN-02", "RDR-15"})
    void phoneShowsTheDoorsThatItsSiteHasPublishedAndNoOthers() {
        ReaderDetails details = ReaderDetails.named("Main entrance")
                .withReaderId("IMA XhOUJ")
                .withMac(MacAddress.parse("00:1E:C0:25:EA:74"));
        bench.manager.readers().add(TestBench.id(), new AddReader(customer, details));
        assertEquals(Optional.empty(), phone.checkIn(Holding.HELD).doors(), "an administrator has to publish first");

        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));
        Doors doors = phone.checkIn(Holding.HELD).doors().orElseThrow();

        assertEquals(
                List.of("Main entrance"), doors.all().stream().map(Door::name).toList());
        assertEquals("IMA XhOUJ", doors.all().get(0).readerId());
        assertEquals(
                Optional.of(Bytes.ofHex("001ec025ea74")), doors.all().get(0).mac());
        phone.held = new Held(
                phone.held.credential(), 1, phone.held.listEpoch(), 0, phone.held.issuingKeys(), doors.revision());
        assertEquals(Optional.empty(), phone.checkIn(Holding.HELD).doors());
    }

    @Test
    @Requirement({"CFG-06", "CFG-08", "RDR-06"})
    void switchesOfTheSiteReachEveryDoorOnThePhone() {
        for (String name : List.of("Front", "Back")) {
            bench.manager
                    .readers()
                    .add(
                            TestBench.id(),
                            new AddReader(customer, ReaderDetails.named(name).withReaderId(name)));
        }
        bench.manager.readers().publish(TestBench.id(), new PublishReaders(customer));

        KeyEntry widgetAlone = new KeyEntry("Town hall", "", Optional.empty(), Set.of(Trigger.WIDGET));
        bench.manager.organisations().editKeySettings(TestBench.id(), new EditKeySettings(customer, widgetAlone));

        assertEquals(
                List.of(Set.of(Trigger.LIST, Trigger.WIDGET), Set.of(Trigger.LIST, Trigger.WIDGET)),
                phone.checkIn(Holding.HELD).doors().orElseThrow().all().stream()
                        .map(Door::modes)
                        .toList());
    }

    @Test
    @Requirement({"STA-01", "STA-03", "STA-04", "STA-10"})
    @Spec("TAP-13-31")
    void reportCountsOnceAndOnlyWhereTheSiteShares() {
        AppReport report = new AppReport(1, 2, 1, 3, 4, 5, "Example Phone", "16", "1.0");
        assertEquals(
                CheckInAnswer.Reporting.NOT_WANTED,
                phone.checkIn(reporting(report)).reporting());
        bench.manager
                .statistics()
                .change(TestBench.id(), new ChangeSharing(customer, Sharing.Position.ON, Sharing.Position.OFF));

        CheckInRequest shared = reporting(report);
        for (int i = 0; i < 3; i++) {
            assertEquals(CheckInAnswer.Reporting.WANTED, phone.checkIn(shared).reporting());
        }

        LocalDate today = bench.clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
        assertEquals(
                5L, bench.manager.statistics().report(customer, today).counts().get(Counter.APP_TRIGGERS));
    }

    private CheckInRequest reporting(AppReport report) {
        CheckInRequest said = phone.says(Holding.HELD);
        return new CheckInRequest(
                said.requestId(),
                said.number(),
                said.project(),
                said.serial(),
                said.holding(),
                said.held(),
                Optional.of(report),
                List.of());
    }

    @Test
    void managerThatDoesNotKnowThePhonesStatementSignsAnother() {
        phone.held = new Held(
                Optional.of(Bytes.copyOf(new byte[20])), 1, phone.held.listEpoch(), 0, phone.held.issuingKeys(), 0);
        Bytes before = newestStatement();
        pass(Duration.ofSeconds(1));
        phone.checkIn(Holding.HELD);
        assertTrue(phone.credential().issued().equals(bench.clock.instant()));
        assertTrue(!before.equals(newestStatement()));
    }

    @Test
    void statementsDoNotPileUp() {
        for (int day = 0; day < 5; day++) {
            pass(Duration.ofHours(24));
            phone.checkIn(Holding.HELD);
        }
        long kept = IntStream.rangeClosed(1, 10)
                .filter(number -> bench.store
                        .read(unit -> unit.credentials().statement(customer, phone.serial, number))
                        .isPresent())
                .count();
        assertEquals(2, kept);
    }

    @Test
    @Requirement("ACT-19")
    void sourceThatSendsWhatDoesNotOpenIsTurnedAwayAndOthersAreNot() {
        Bytes garbage = phone.start(phone.says(Holding.HELD)).request();
        byte[] damaged = garbage.toByteArray();
        damaged[40] ^= 1;
        int tries = 0;
        ErrorCode last = ErrorCode.CHECK_IN_NOT_AUTHENTIC;
        while (last == ErrorCode.CHECK_IN_NOT_AUTHENTIC && tries++ < REQUESTS_AT_ONCE) {
            ManagerException refused = assertThrows(
                    ManagerException.class, () -> bench.manager.phones().checkIn(Bytes.copyOf(damaged), "attacker"));
            last = refused.code();
        }
        assertEquals(ErrorCode.RATE_LIMITED, last);
        assertTrue(tries <= REQUESTS_AT_ONCE / COST_OF_A_FAILURE + 2, "after " + tries);
        assertThrows(ManagerException.class, () -> bench.manager.phones().answer(garbage, "attacker"));
        assertEquals(Instruction.KEEP, phone.checkIn(Holding.HELD).instruction());
    }

    @Test
    @Spec("TAP-13-21")
    void phoneThatNeverRestsIsToldToWait() {
        CheckInResult result = phone.result(phone.says(Holding.HELD));
        int answered = 0;
        while (result instanceof CheckInResult.Answered && answered < 1000) {
            answered++;
            result = phone.result(phone.says(Holding.HELD));
        }
        CheckInResult.Refused refused = assertInstanceOf(CheckInResult.Refused.class, result);
        assertEquals(CheckInRefusal.RATE_LIMITED, refused.reason());
        pass(refused.retryAfter().orElseThrow());
        assertInstanceOf(CheckInResult.Answered.class, phone.result(phone.says(Holding.HELD)));
    }

    @Test
    void whoeverRepeatsARecordedRequestDoesNotTakeThePhonesTurns() {
        try (PhoneCheckIn recorded = phone.start(phone.says(Holding.HELD))) {
            for (int i = 0; i < 200; i++) {
                bench.manager.phones().checkIn(recorded.request(), "recorder " + i);
            }
        }

        assertInstanceOf(CheckInResult.Answered.class, phone.result(phone.says(Holding.HELD)));
    }

    @Test
    void renewalIsSignedOnceForARequestThatComesManyTimesAtOnce() throws Exception {
        pass(Duration.ofHours(24));
        CheckInRequest request = phone.says(Holding.HELD);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Future<CheckInResult>> results = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit(() -> phone.result(request)))
                    .toList();
            Bytes renewed = null;
            for (Future<CheckInResult> result : results) {
                Bytes got = assertInstanceOf(CheckInResult.Answered.class, result.get())
                        .answer()
                        .credential()
                        .orElseThrow();
                assertTrue(renewed == null || renewed.equals(got));
                renewed = got;
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    @Spec({"TAP-13-18", "TAP-13-19"})
    void whatIsNeitherOpensNothingAndGetsNoAnswer() {
        for (Bytes request : List.of(Bytes.EMPTY, Bytes.of(0x13), Bytes.of(0x13, 1), Bytes.of(0x10, 1), Bytes.of(1))) {
            assertEquals(Bytes.EMPTY, bench.manager.phones().answer(request, "somebody"));
        }
    }

    private void revoke() {
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
    }

    private void pass(Duration time) {
        bench.clock.set(bench.clock.instant().plus(time));
    }

    private CredentialState state() {
        return bench.store
                .read(unit -> unit.credentials().find(customer, phone.serial))
                .orElseThrow()
                .state();
    }

    private Bytes newestStatement() {
        return bench.store
                .read(unit -> unit.credentials().newestStatement(customer, phone.serial))
                .orElseThrow()
                .statement();
    }

    private List<String> changes(Change.Kind kind) {
        return bench.store.read(unit -> unit.journal().audit(customer, 0, 1000)).stream()
                .map(recorded -> recorded.change())
                .filter(change -> change.kind() == kind)
                .map(Change::subject)
                .toList();
    }
}
