package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.testing.Conversation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Rotation;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.reader.Compromise;
import io.lintel.sdk.reader.CompromiseReader;
import io.lintel.sdk.reader.EditReader;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.ReceiptsReceived.Outcome;
import io.lintel.sdk.revocation.ReceiveReceipts;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stolen reader: phones stop talking to it, it gets nothing any more, and the key that it holds comes to its end. */
@OnEveryDatabase
class CompromisedReaderTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private SiteReader stolen;
    private SiteReader other;
    private SitePhone phone;

    CompromisedReaderTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        stolen = SiteReader.enroll(bench, customer, "Gate");
        other = SiteReader.enroll(bench, customer, "Front door");
        phone = SitePhone.activate(bench, bench.credential(customer));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void phonesTalkToItNoLongerOnceTheyHaveTheList() {
        phone.checkIn();
        assertTrue(stolen.opensFor(phone));
        Compromise reported = report();
        assertEquals(1, reported.phones());
        assertEquals(1, reported.unwarned());
        assertTrue(stolen.opensFor(phone), "no list has reached the phone yet");

        phone.catchUp();

        Conversation refused = stolen.tap(phone);
        assertEquals(List.of(), refused.decisions(), "the phone sent nothing that tells who it is");
        assertInstanceOf(TapResult.Failed.class, refused.result());
        assertTrue(other.opensFor(phone));
        assertEquals(0, report().unwarned());
    }

    @Test
    void credentialsOfAGroupThatItWasInBeforeMayHaveBeenThere() {
        ReaderDetails before = ReaderDetails.named("Gate");
        ReaderDetails moved = new ReaderDetails(
                before.name(),
                before.readerId(),
                before.mac(),
                Set.of(2),
                before.technology(),
                before.identificationFromApp(),
                before.oneTap(),
                before.signalPercent(),
                before.oneTapPercent());
        bench.manager.readers().edit(TestBench.id(), new EditReader(customer, stolen.number, moved));

        assertEquals(1, report().exposedCredentials());
    }

    @Test
    void phoneThatActivatesLaterNeverTalksToIt() {
        report();
        SitePhone fresh = SitePhone.activate(bench, bench.credential(customer));
        assertFalse(stolen.opensFor(fresh));
        assertTrue(other.opensFor(fresh));
    }

    @Test
    void projectKeyThatItHoldsIsRotatedUntilItIsEnded() {
        Compromise begun = report();
        assertEquals(new KeyEpochs(2, 1, 1, 1), begun.project());
        assertFalse(begun.isKeyEnded());
        phone.catchUp();
        phone.catchUp();
        assertEquals(
                new Rotation.Taken(new KeyEpochs(2, 2, 2, 1)),
                bench.manager.keys().rotate(TestBench.id(), step(RotationStep.READERS)));
        other.configure();
        assertTrue(other.opensFor(phone));

        Rotation.WouldStop named =
                (Rotation.WouldStop) bench.manager.keys().rotate(TestBench.id(), step(RotationStep.FINISH));
        assertFalse(named.stopping().readers().contains(stolen.number), "it shall stop, and is not asked for");
        bench.manager.keys().rotate(TestBench.id(), step(RotationStep.FINISH).accepting(named.named()));

        Compromise ended = report();
        assertTrue(ended.isKeyEnded() && ended.isClosed());
        assertEquals(begun.reader(), ended.reader());
    }

    @Test
    void rotationUnderWayIsEnoughWhereTheReaderDoesNotHoldItsKey() {
        bench.manager.keys().rotate(TestBench.id(), step(RotationStep.BEGIN));

        assertEquals(new KeyEpochs(2, 1, 1, 1), report().project());
    }

    @Test
    void rotationUnderWayIsNotEnoughWhereTheReaderHoldsItsKey() {
        bench.manager.keys().rotate(TestBench.id(), step(RotationStep.BEGIN));
        phone.catchUp();
        phone.catchUp();
        bench.manager.keys().rotate(TestBench.id(), step(RotationStep.READERS));
        stolen.configure();

        assertEquals(new KeyEpochs(3, 2, 2, 1), report().project());

        phone.catchUp();
        phone.catchUp();
        assertTrue(other.opensFor(phone), "at the first key");
        bench.manager.keys().rotate(TestBench.id(), step(RotationStep.READERS));
        other.configure();
        assertTrue(other.opensFor(phone), "at the third");
    }

    @Test
    void itGetsNoConfigurationAndNoCertificateAnyMore() {
        Bytes certificate = certificate();
        report();

        ManagerException refused = assertThrows(ManagerException.class, () -> stolen.configure());
        assertEquals(ErrorCode.READER_COMPROMISED, refused.code());
        for (RotationStep step : List.of(RotationStep.BEGIN, RotationStep.READERS)) {
            RotateKeys request = RotateKeys.of(customer, KeySet.ISSUING, step);
            if (bench.manager.keys().rotate(TestBench.id(), request) instanceof Rotation.WouldStop named) {
                bench.manager.keys().rotate(TestBench.id(), request.accepting(named.named()));
            }
        }
        assertEquals(certificate, certificate());
    }

    @Test
    void reportIsDoneOnceHoweverOftenItIsRepeated() {
        CommandId id = TestBench.id();
        Compromise first = bench.manager.readers().reportCompromised(id, new CompromiseReader(customer, stolen.number));
        long list = bench.manager.sites().currentRevocationList(customer).epoch();

        assertEquals(
                first, bench.manager.readers().reportCompromised(id, new CompromiseReader(customer, stolen.number)));
        assertEquals(first, report());

        assertEquals(list, bench.manager.sites().currentRevocationList(customer).epoch());
        assertEquals(first.reader().listEpoch(), list);
        assertEquals(List.of(first), bench.manager.readers().compromises(customer));
    }

    @Test
    void itsReceiptsNoLongerCount() {
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, phone.serial));
        for (SiteReader reader : List.of(stolen, other)) {
            reader.takeNewestList();
            reader.giveReceipt();
        }
        assertEquals(Set.of(), mayStillOpen());

        report();

        assertEquals(Set.of(stolen.number), mayStillOpen());
        stolen.takeNewestList();
        Bytes receipt =
                stolen.reader().receipt(bench.clock.instant()).orElseThrow().bytes();
        assertEquals(
                List.of(Outcome.NOT_AUTHENTIC),
                bench.manager
                        .revocations()
                        .receive(TestBench.id(), new ReceiveReceipts(customer, List.of(receipt)))
                        .outcomes());
    }

    private Set<Integer> mayStillOpen() {
        return bench.manager.revocations().exposure(customer, phone.serial).readers().stream()
                .filter(reader -> !(reader.bound() instanceof Bound.Enforced))
                .map(ReaderExposure::reader)
                .collect(Collectors.toSet());
    }

    @Test
    void readerThatWasRemovedBeforeIsGivenUpAllTheSame() {
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, stolen.number));
        report();
        phone.checkIn();
        assertFalse(stolen.opensFor(phone));
    }

    @Test
    void readerWithoutACertificateHasNothingToBeStolen() {
        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.readers().reportCompromised(TestBench.id(), new CompromiseReader(customer, 99)));
        assertEquals(ErrorCode.NOT_FOUND, refused.code());
    }

    private Compromise report() {
        return bench.manager.readers().reportCompromised(TestBench.id(), new CompromiseReader(customer, stolen.number));
    }

    private RotateKeys step(RotationStep step) {
        return RotateKeys.of(customer, KeySet.PROJECT, step);
    }

    private Bytes certificate() {
        return bench.store
                .read(unit -> Optional.of(unit.readers()
                        .find(customer, stolen.number)
                        .orElseThrow()
                        .certificate()))
                .orElseThrow();
    }
}
