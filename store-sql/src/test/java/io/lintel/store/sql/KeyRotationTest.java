package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeyProgress;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.key.RotateKeys;
import io.lintel.sdk.key.Rotation;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.key.Stopping;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.reader.RemoveReader;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations with real phones and readers: both epochs work until the first is ended, and nobody stops unnamed. */
@OnEveryDatabase
class KeyRotationTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;
    private SiteReader reader;
    private SitePhone phone;

    KeyRotationTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
        reader = SiteReader.enroll(bench, customer, "Front door");
        phone = SitePhone.activate(bench, bench.credential(customer));
        phone.checkIn();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void bothProjectKeysWorkUntilTheFirstIsEnded() {
        SitePhone late = SitePhone.activate(bench, bench.credential(customer));
        late.checkIn();
        SiteReader offline = SiteReader.enroll(bench, customer, "Back door");

        taken(KeySet.PROJECT, RotationStep.BEGIN);
        phone.catchUp();
        assertEquals(Stopping.of(Set.of(), Set.of(late.serial)), stopping(KeySet.PROJECT, RotationStep.READERS));
        assertTrue(reader.opensFor(phone) && reader.opensFor(late));
        late.catchUp();
        taken(KeySet.PROJECT, RotationStep.READERS);
        reader.configure();

        assertTrue(reader.opensFor(phone) && reader.opensFor(late), "at the new key");
        assertTrue(offline.opensFor(phone) && offline.opensFor(late), "at the old key");

        finishAcceptingReaders(KeySet.PROJECT);
        phone.checkIn();
        reader.takeNewestList();
        assertTrue(reader.opensFor(phone));
        assertFalse(offline.opensFor(phone), "the phone's list has ended the key that this reader speaks");
        offline.configure();
        assertTrue(offline.opensFor(phone));
        assertEquals(KeyEpochs.settled(2), epochs(KeySet.PROJECT));
        assertFalse(hasKey(KeyKind.PROJECT, 1));
        assertTrue(hasKey(KeyKind.PROJECT, 2));
    }

    @Test
    void phoneThatActivatesWhenEveryReaderHasTheNextKeyGetsThatAtOnce() {
        SiteReader offline = SiteReader.enroll(bench, customer, "Back door");
        SiteReader gone = SiteReader.enroll(bench, customer, "Old door");
        taken(KeySet.PROJECT, RotationStep.BEGIN);
        phone.catchUp();
        taken(KeySet.PROJECT, RotationStep.READERS);
        bench.manager.readers().remove(TestBench.id(), new RemoveReader(customer, gone.number));
        reader.configure();
        reader.giveReceipt();
        offline.configure();
        assertEquals(1, firstKey(), "the back door has not said that it has it");

        offline.giveReceipt();

        SitePhone fresh = SitePhone.activate(bench, bench.credential(customer));
        assertTrue(reader.opensFor(fresh) && offline.opensFor(fresh), "before its first check-in");
        assertEquals(2, firstKey());
    }

    private int firstKey() {
        return ActivationTest.granted(bench.phone(Suite.X25519)
                        .redeem(bench.manager, bench.credential(customer).activation()))
                .keyEpoch();
    }

    @Test
    void phoneThatActivatesInBetweenWorksAtReadersOfBothKeys() {
        SiteReader offline = SiteReader.enroll(bench, customer, "Back door");
        taken(KeySet.PROJECT, RotationStep.BEGIN);
        phone.catchUp();
        taken(KeySet.PROJECT, RotationStep.READERS);
        reader.configure();

        SitePhone fresh = SitePhone.activate(bench, bench.credential(customer));
        fresh.checkIn();

        assertTrue(reader.opensFor(fresh) && offline.opensFor(fresh));
    }

    @Test
    void bothIssuingEpochsWorkUntilTheFirstIsEnded() {
        taken(KeySet.ISSUING, RotationStep.BEGIN);
        assertTrue(reader.opensFor(phone));
        phone.catchUp();
        taken(KeySet.ISSUING, RotationStep.READERS);
        assertTrue(reader.opensFor(phone), "a phone with the new keys at a reader with the old certificate");
        reader.configure();
        assertTrue(reader.opensFor(phone), "a credential of the old epoch at a reader with the new certificate");

        Rotation.WouldStop sign = wouldStop(RotateKeys.of(customer, KeySet.ISSUING, RotationStep.SIGN));
        assertEquals(Stopping.of(Set.of(reader.number), Set.of()), sign.stopping(), "nothing confirms it");
        take(RotateKeys.of(customer, KeySet.ISSUING, RotationStep.SIGN).accepting(sign.named()));
        assertEquals(
                Set.of(phone.serial),
                stopping(KeySet.ISSUING, RotationStep.FINISH).phones());
        bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));
        phone.catchUp();
        assertTrue(reader.opensFor(phone), "a credential of the new epoch");

        finishAcceptingReaders(KeySet.ISSUING);
        reader.takeNewestList();
        phone.checkIn();
        assertTrue(reader.opensFor(phone));
        assertEquals(KeyEpochs.settled(2), epochs(KeySet.ISSUING));
        assertFalse(hasKey(KeyKind.CREDENTIAL_ISSUING, 1));
    }

    @Test
    void credentialBelowTheMinimumIsRefusedUntilItsPhoneChecksIn() {
        SitePhone late = SitePhone.activate(bench, bench.credential(customer));
        rotateAcceptingAll(KeySet.ISSUING);
        reader.configure();

        assertFalse(reader.opensFor(late));

        bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));
        late.checkIn();
        assertTrue(reader.opensFor(late));
    }

    @Test
    @Spec("TAP-13-2")
    void eachCredentialOfAPhoneIsRenewedByItsOwnCheckIn() {
        SitePhone second = phone.alsoHolding(bench.credential(customer));
        second.checkIn();
        rotateAcceptingAll(KeySet.ISSUING);
        reader.configure();
        bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));

        phone.checkIn();

        assertTrue(reader.opensFor(phone));
        assertTrue(second.isDue(), "the first one's check-in has ended the second one's issuing key");
        second.checkIn();
        assertFalse(second.isDue());
        phone.delete();
        assertTrue(reader.opensFor(second));
    }

    @Test
    void repeatedActivationAfterARotationBringsACredentialThatCounts() {
        CredentialIssued issued = bench.credential(customer);
        Phone twice = bench.phone(Suite.X25519);
        ActivationTest.granted(twice.redeem(bench.manager, issued.activation()));
        rotateAcceptingAll(KeySet.ISSUING);
        rotateAcceptingAll(KeySet.PROJECT);

        ActivationGrant grant = ActivationTest.granted(twice.redeem(bench.manager, issued.activation()));

        ProjectTrust trust = ProjectTrust.pin(twice.crypto(), grant.signedRoot(), grant.issuingKeys());
        ProjectTrust informed =
                trust.withList(trust.verifyListAsIssued(grant.revocationList().orElseThrow()));
        assertEquals(
                2,
                informed.verifyCredential(grant.credential(), bench.clock.instant())
                        .value()
                        .issuingEpoch());
        assertEquals(2, grant.keyEpoch());
    }

    @Test
    void finishIsRefusedWhereMoreWouldStopThanWereAccepted() {
        taken(KeySet.PROJECT, RotationStep.BEGIN);
        phone.catchUp();
        taken(KeySet.PROJECT, RotationStep.READERS);
        RotateKeys finish = RotateKeys.of(customer, KeySet.PROJECT, RotationStep.FINISH);
        Rotation.WouldStop named = wouldStop(finish);
        assertEquals(Stopping.of(Set.of(reader.number), Set.of()), named.stopping());

        SiteReader another = SiteReader.enroll(bench, customer, "Back door");
        Rotation.WouldStop grown = wouldStop(finish.accepting(named.named()));

        assertEquals(Set.of(reader.number, another.number), grown.stopping().readers());
        assertEquals(1, epochs(KeySet.PROJECT).minimum());
        take(finish.accepting(grown.named()));
        assertEquals(KeyEpochs.settled(2), epochs(KeySet.PROJECT));
    }

    @Test
    void nobodyStopsWherePhonesSaidAndReadersConfirmedWhatTheyHave() {
        for (KeySet keys : KeySet.values()) {
            taken(keys, RotationStep.BEGIN);
            phone.catchUp();
            taken(keys, RotationStep.READERS);
            reader.configure();
            reader.giveReceipt();
            if (keys == KeySet.ISSUING) {
                taken(keys, RotationStep.SIGN);
                bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));
                phone.catchUp();
            }
            assertTrue(bench.manager.keys().progress(customer, keys).stopping().isNobody());
            taken(keys, RotationStep.FINISH);
            phone.checkIn();
            reader.takeNewestList();
            assertTrue(reader.opensFor(phone));
        }
        reader.giveReceipt();
        ReaderKeys known = bench.manager.keys().readers(customer, 0, 10).get(0);
        assertEquals(new ReaderKeys(reader.number, "Front door", known.revision(), 2, 2, 2, false), known);
    }

    @Test
    void configurationThatWasOnlyExportedConfirmsNothing() {
        reader.giveReceipt();
        taken(KeySet.PROJECT, RotationStep.BEGIN);
        phone.catchUp();
        taken(KeySet.PROJECT, RotationStep.READERS);
        bench.manager
                .readers()
                .exportConfiguration(TestBench.id(), ExportReaderConfiguration.of(customer, reader.number))
                .close();
        reader.giveReceipt();

        assertEquals(
                Set.of(reader.number),
                stopping(KeySet.PROJECT, RotationStep.FINISH).readers());
    }

    @Test
    void whatWasNamedForAnotherStepAcceptsNothing() {
        taken(KeySet.ISSUING, RotationStep.BEGIN);
        Rotation.WouldStop named = wouldStop(RotateKeys.of(customer, KeySet.ISSUING, RotationStep.READERS));
        take(RotateKeys.of(customer, KeySet.ISSUING, RotationStep.READERS).accepting(named.named()));

        for (CommandId other : Set.of(named.named(), TestBench.id())) {
            ManagerException refused = assertThrows(
                    ManagerException.class,
                    () -> rotate(RotateKeys.of(customer, KeySet.ISSUING, RotationStep.SIGN)
                            .accepting(other)));
            assertEquals(ErrorCode.INVALID_REQUEST, refused.code());
        }
    }

    @Test
    void everyStepIsDoneOnceHoweverOftenItIsRepeated() {
        for (KeySet keys : KeySet.values()) {
            for (RotationStep step : RotationStep.values()) {
                if (keys == KeySet.PROJECT && step == RotationStep.SIGN) {
                    continue;
                }
                CommandId id = TestBench.id();
                RotateKeys request = RotateKeys.of(customer, keys, step);
                Rotation first = bench.manager.keys().rotate(id, request);
                assertEquals(first, bench.manager.keys().rotate(id, request));
                if (first instanceof Rotation.WouldStop named) {
                    request = request.accepting(named.named());
                    first = rotate(request);
                }
                KeyEpochs after = assertInstanceOf(Rotation.Taken.class, first).epochs();
                assertEquals(after, epochs(keys));
                if (step != RotationStep.FINISH) {
                    assertEquals(first, rotate(RotateKeys.of(customer, keys, step)), "taken before");
                }
            }
            assertEquals(KeyEpochs.settled(2), epochs(keys));
            assertEquals(
                    new Rotation.Taken(KeyEpochs.settled(2)),
                    rotate(RotateKeys.of(customer, keys, RotationStep.FINISH)));
        }
    }

    @Test
    void stepsComeInTheirOrder() {
        taken(KeySet.ISSUING, RotationStep.BEGIN);
        for (RotationStep tooEarly : Set.of(RotationStep.SIGN, RotationStep.FINISH)) {
            ManagerException refused = assertThrows(
                    ManagerException.class, () -> rotate(RotateKeys.of(customer, KeySet.ISSUING, tooEarly)));
            assertEquals(ErrorCode.ILLEGAL_TRANSITION, refused.code());
        }
        assertThrows(IllegalArgumentException.class, () -> RotateKeys.of(customer, KeySet.PROJECT, RotationStep.SIGN));
    }

    @Test
    void keysAreRotatedAgainAndAgain() {
        for (int epoch = 2; epoch <= 5; epoch++) {
            rotateAcceptingAll(KeySet.PROJECT);
            rotateAcceptingAll(KeySet.ISSUING);
            bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(1)));
            phone.catchUp();
            reader.configure();
            assertTrue(reader.opensFor(phone), "epoch " + epoch);
            assertEquals(KeyEpochs.settled(epoch), epochs(KeySet.PROJECT));
        }
        int shown = bench.store
                .read(unit -> unit.sites().foundation(customer))
                .issuingKeys()
                .size();
        assertEquals(2 * 4, shown, "the newest epoch and the one before, each with four purposes");
    }

    private void rotateAcceptingAll(KeySet keys) {
        for (RotationStep step : RotationStep.values()) {
            if (keys == KeySet.PROJECT && step == RotationStep.SIGN) {
                continue;
            }
            RotateKeys request = RotateKeys.of(customer, keys, step);
            if (rotate(request) instanceof Rotation.WouldStop named) {
                take(request.accepting(named.named()));
            }
        }
    }

    private void finishAcceptingReaders(KeySet keys) {
        RotateKeys finish = RotateKeys.of(customer, keys, RotationStep.FINISH);
        Rotation.WouldStop named = wouldStop(finish);
        assertEquals(Set.of(), named.stopping().phones());
        take(finish.accepting(named.named()));
    }

    private void taken(KeySet keys, RotationStep step) {
        take(RotateKeys.of(customer, keys, step));
    }

    private void take(RotateKeys request) {
        assertInstanceOf(Rotation.Taken.class, rotate(request));
    }

    private Rotation.WouldStop wouldStop(RotateKeys request) {
        return assertInstanceOf(Rotation.WouldStop.class, rotate(request));
    }

    private Stopping stopping(KeySet keys, RotationStep next) {
        KeyProgress progress = bench.manager.keys().progress(customer, keys);
        assertEquals(next, progress.next().orElseThrow());
        return progress.stopping();
    }

    private Rotation rotate(RotateKeys request) {
        return bench.manager.keys().rotate(TestBench.id(), request);
    }

    private KeyEpochs epochs(KeySet keys) {
        return bench.manager.keys().progress(customer, keys).epochs();
    }

    private boolean hasKey(KeyKind kind, int epoch) {
        return bench.store.read(unit -> unit.keys().open(customer, kind, epoch)).isPresent();
    }
}
