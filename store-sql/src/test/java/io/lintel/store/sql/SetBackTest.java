package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.crypto.Suite;
import io.lintel.protocol.link.LinkAccount;
import io.lintel.protocol.link.ReaderReport;
import io.lintel.protocol.statement.Receipt.ListInForce;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.Proof;
import io.lintel.sdk.revocation.ReaderCoverage;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.Revocation.Alarm;
import io.lintel.sdk.revocation.RevocationStage;
import io.lintel.sdk.revocation.TendRevocations;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that had proven a revocation, and whose storage is then set back ({@code spec/revocation.md} 4.1). */
@OnEveryDatabase
class SetBackTest {

    private static final Bound OPEN =
            new Bound.Until(TestBench.START.plus(Duration.ofDays(3)).plus(Duration.ofMinutes(10)));

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private TestReader gate;
    private PublishedList before;
    private PublishedList revoking;
    private long serial;

    SetBackTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void openWithAProvenRevocation(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        gate = new TestReader(bench, customer, 1).configured();
        before = newest();
        CheckInPhone phone = CheckInPhone.activate(bench, bench.credential(customer));
        serial = phone.serial;
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, serial));
        revoking = newest();
        assertEquals(Outcome.TAKEN, gate.brings(receipt(revoking, 100, minutes(0))));
        assertEquals(new Bound.Enforced(), exposure().bound());
        bench.clock.set(minutes(30));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Spec({"LIST-4.1-1", "LIST-4.1-2"})
    void readerThatWasSetBackProvesNothingUntilItProvesAgain() {
        assertEquals(Outcome.SET_BACK, gate.brings(receipt(before, 40, minutes(20))));

        assertEquals(OPEN, exposure().bound());
        assertEquals(RevocationStage.PENDING, exposure().stage());
        assertEquals(Set.of(Alarm.REOPENED), revocation().alarms());
        assertEquals(List.of(revocation()), bench.manager.revocations().unproven(customer, 0, 10));
        assertEquals(Optional.of(minutes(30)), coverage().setBack().map(found -> found.noticed()));
        assertEquals(0, bench.manager.revocations().coverage(customer).enforcing());
        assertEquals(1, changes(Change.Kind.READER_SET_BACK));
        assertEquals(1, changes(Change.Kind.EXPOSURE_ALARM));
        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer), "credit that came back stays");
        assertEquals(
                CredentialState.REVOKED,
                bench.manager.credentials().get(customer, serial).state());

        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(revoking, 41, minutes(25))), "of a number of before");
        assertEquals(Outcome.TAKEN, gate.brings(receipt(revoking, 101, minutes(25))));

        assertEquals(new Bound.Enforced(), exposure().bound());
        assertTrue(revocation().proven().isPresent());
        assertEquals(Optional.empty(), coverage().setBack());
        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer), "and comes back once");
    }

    @Test
    @Spec("LIST-4-3")
    void oldReceiptsShowNothing() {
        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(before, 40, minutes(-20))), "an earlier clock");
        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(before, 40, minutes(0))), "the same clock");
        assertEquals(
                Outcome.NOT_NEWER,
                gate.brings(gate.receipt(before, 40, Optional.empty())),
                "no clock, so nobody can tell");
        assertEquals(
                Outcome.NOT_NEWER,
                gate.brings(receipt(before, 40, bench.clock.instant().plus(Duration.ofDays(2)))),
                "a clock that was wrong");

        assertEquals(new Bound.Enforced(), exposure().bound());
        assertEquals(0, changes(Change.Kind.READER_SET_BACK));
    }

    @Test
    @Spec("LIST-4.1-3")
    void receiptsOfBeforeDoNotCountForAReaderThatWasSetBack() {
        gate.brings(receipt(before, 40, minutes(20)));

        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(revoking, 100, minutes(0))), "known before");
        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(revoking, 101, minutes(5))), "carried all the while");
        assertEquals(OPEN, exposure().bound());
    }

    @Test
    void receiptOfBeforeDoesNotCountThoughItsClockWasAhead() {
        assertEquals(Outcome.TAKEN, gate.brings(receipt(revoking, 101, minutes(60))));
        bench.clock.set(minutes(31));
        link().report(new ReaderReport(Optional.of(inForce(before)), 1, 1, "test"));
        assertEquals(OPEN, exposure().bound());

        bench.clock.set(minutes(90));
        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(revoking, 101, minutes(60))), "known before");
        assertEquals(
                Outcome.NOT_NEWER,
                gate.brings(receipt(revoking, 102, bench.clock.instant().plus(Duration.ofDays(2)))),
                "a clock that was wrong");
        assertEquals(OPEN, exposure().bound());
    }

    @Test
    void whatItsSilenceEndedElsewhereIsOpenAgainAtTheReaderThatWasSetBack() {
        customer = siteWithoutLeases();
        gate = new TestReader(bench, customer, 1).configured();
        TestReader cellar = new TestReader(bench, customer, 1);
        before = newest();
        assertEquals(Outcome.TAKEN, gate.brings(receipt(before, 1, minutes(30))));
        serial = CheckInPhone.activate(bench, bench.credential(customer)).serial;
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, serial));
        revoking = newest();
        assertEquals(Outcome.TAKEN, cellar.brings(cellar.receipt(revoking, 100, Optional.of(minutes(30)))));
        bench.clock.set(TestBench.START.plus(Duration.ofDays(40)));
        bench.manager.revocations().tend(TestBench.id(), new TendRevocations(customer));
        assertEquals(Proof.BOUND, revocation().proven().orElseThrow().by(), "the gate's lists are too old by now");

        cellar.brings(cellar.receipt(before, 101, Optional.of(bench.clock.instant())));

        assertEquals(new Bound.Unbounded(), exposure().bound());
        assertEquals(Optional.empty(), revocation().proven());
        assertTrue(revocation().alarms().contains(Alarm.REOPENED));
    }

    @Test
    void laterReceiptOfAnEarlierConfigurationSaysSo() {
        gate.configured();
        assertEquals(Outcome.TAKEN, gate.brings(receipt(revoking, 101, minutes(20))));
        gate.revision--;

        assertEquals(Outcome.SET_BACK, gate.brings(receipt(revoking, 102, minutes(25))));
        assertEquals(1, changes(Change.Kind.READER_SET_BACK));
        assertEquals(new Bound.Enforced(), exposure().bound(), "its list is as it was");
    }

    @Test
    void readerThatLosesItsListTakesBackWhatRestedOnIt() {
        gate.brings(gate.receipt(Optional.empty(), 101));
        assertEquals(Optional.empty(), revocation().proven());
        assertEquals(Set.of(Alarm.REOPENED), revocation().alarms());

        gate.brings(receipt(before, 102, minutes(40)));
        assertEquals(OPEN, exposure().bound());
        assertEquals(Optional.empty(), revocation().proven());
    }

    @Test
    void laterReceiptOfALowerListSaysSo() {
        assertEquals(Outcome.SET_BACK, gate.brings(receipt(before, 164, minutes(20))));

        assertEquals(OPEN, exposure().bound());
        assertEquals(1, changes(Change.Kind.READER_SET_BACK));
    }

    @Test
    @Spec("LIST-4.1-4")
    void readerThatLostItsListWasNotSetBackButProvesNothing() {
        assertEquals(Outcome.TAKEN, gate.brings(gate.receipt(Optional.empty(), 101)));

        assertEquals(OPEN, exposure().bound());
        assertEquals(0, changes(Change.Kind.READER_SET_BACK));
    }

    @Test
    void readerWithoutAClockSaysSoItselfAndProvesOverItsLinkAlone() {
        LinkAccount link = link();

        link.receipt(gate.receipt(before, 40, Optional.empty()));
        assertEquals(OPEN, exposure().bound());
        assertEquals(1, changes(Change.Kind.READER_SET_BACK));

        assertEquals(Outcome.NOT_NEWER, gate.brings(gate.receipt(revoking, 41, Optional.empty())));
        link.receipt(gate.receipt(revoking, 41, Optional.empty()));
        assertEquals(new Bound.Enforced(), exposure().bound());
    }

    @Test
    void linkedReadersWordOnALowerListIsEnough() {
        LinkAccount link = link();
        link.report(new ReaderReport(Optional.of(inForce(before)), 1, 1, "test"));
        link.report(new ReaderReport(Optional.of(inForce(before)), 1, 1, "test"));

        assertEquals(OPEN, exposure().bound());
        assertEquals(1, changes(Change.Kind.READER_SET_BACK));
        assertEquals(Outcome.NOT_NEWER, gate.brings(receipt(revoking, 101, minutes(29))));

        link.receipt(receipt(revoking, 41, minutes(20)));
        assertEquals(new Bound.Enforced(), exposure().bound());
    }

    @Test
    void receiptThatCameWhileTheReaderWasLinkedMayBeYoungerThanItsWord() {
        LinkAccount link = link();
        bench.clock.set(minutes(31));
        assertEquals(Outcome.TAKEN, gate.brings(receipt(revoking, 101, minutes(31))));

        link.report(new ReaderReport(Optional.of(inForce(before)), 1, 1, "test"));
        link.receipt(receipt(before, 99, minutes(-5)));

        assertEquals(new Bound.Enforced(), exposure().bound());
        assertEquals(0, changes(Change.Kind.READER_SET_BACK));
    }

    /** Where the age of a configured reader's lists alone ends an exposure. */
    private CustomerId siteWithoutLeases() {
        String profile = Profiles.print(Profiles.builtIn(Profiles.DEFAULT)).replace("\"lease\" : \"PT72H\",", "");
        return bench.manager
                .sites()
                .create(
                        TestBench.id(),
                        new CreateSite("Depot", Suite.X25519, Profiles.parse(profile), DistributorId.OPERATOR))
                .site()
                .customer();
    }

    private LinkAccount link() {
        return bench.manager
                .links()
                .desk()
                .admit(bench.manager.sites().get(customer).project(), gate.number)
                .orElseThrow()
                .account();
    }

    private static ListInForce inForce(PublishedList list) {
        return new ListInForce(list.epoch(), Sha256.digest(list.statement()));
    }

    private Bytes receipt(PublishedList list, long number, Instant clock) {
        return gate.receipt(list, number, Optional.of(clock));
    }

    private static Instant minutes(long afterStart) {
        return TestBench.START.plus(Duration.ofMinutes(afterStart));
    }

    private PublishedList newest() {
        return bench.manager.revocations().newest(customer);
    }

    private CredentialExposure exposure() {
        return bench.manager.revocations().exposure(customer, serial);
    }

    private Revocation revocation() {
        return exposure().revocation().orElseThrow();
    }

    private ReaderCoverage coverage() {
        return bench.manager.revocations().coverage(customer).readers().get(0);
    }

    private long changes(Change.Kind kind) {
        return bench.store.read(unit -> unit.journal().audit(customer, 0, 1000)).stream()
                .filter(recorded -> recorded.change().kind() == kind)
                .count();
    }
}
