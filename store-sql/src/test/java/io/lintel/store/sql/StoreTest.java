package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.Actor;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.organisation.CustomerSettings;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.RevocationListRecords.ListMark;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the storage port promises, whatever the database. */
@OnEveryDatabase
class StoreTest {

    private static final Bytes KEY = Bytes.ofHex("11".repeat(32));

    private final Database sort;
    private TestDatabase database;
    private ManagerStore store;

    StoreTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void openStore(@TempDir Path directory) {
        database = sort.fresh(directory);
        store = database.open();
        write(unit -> Rows.addSite(unit, Rows.CUSTOMER));
    }

    @AfterEach
    void close() {
        store.close();
        database.drop();
    }

    @Test
    @Requirement("CRD-35")
    void databaseItselfRefusesANegativeBalance() throws SQLException {
        Account trial = Account.trial(Rows.CUSTOMER);
        try (Connection connection = database.connect();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO balance (owner, kind, customer_id, credits) VALUES (?, ?, ?, -1)")) {
            insert.setString(1, trial.owner());
            insert.setString(2, trial.kind().name());
            insert.setString(3, Rows.CUSTOMER.value());
            assertThrows(SQLException.class, insert::executeUpdate);
        }
    }

    @Test
    void siteComesBackAsItWasPut() {
        assertEquals(
                Optional.of(Rows.site(Rows.CUSTOMER)),
                store.read(unit -> unit.sites().find(Rows.CUSTOMER)));
        var foundation = store.read(unit -> unit.sites().foundation(Rows.CUSTOMER));
        assertEquals(Bytes.of(1), foundation.root());
        assertEquals(List.of(Bytes.of(2), Bytes.of(3)), foundation.issuingKeys());
        assertEquals("{}", foundation.profile());
        assertEquals(
                List.of(Rows.site(Rows.CUSTOMER)),
                store.read(unit -> unit.sites().list()));
        assertTrue(holds(unit -> unit.organisations().hasDistributor(DistributorId.OPERATOR)));
    }

    @Test
    void settingsOfACustomerAreKept() {
        CustomerSettings initial = CustomerSettings.initial("Town hall");
        assertEquals(initial, store.read(unit -> unit.organisations().settings(Rows.CUSTOMER)));

        CustomerSettings others = new CustomerSettings(
                "Annex", Optional.of("99"), Optional.of(Rows.NOW), DuplicateNumbers.ALLOWED, Set.of(Trigger.WIDGET));
        write(unit -> unit.organisations().update(Rows.CUSTOMER, others));

        assertEquals(others, store.read(unit -> unit.organisations().settings(Rows.CUSTOMER)));
    }

    @Test
    void unitThatThrowsLeavesNothing() {
        assertThrows(
                ArithmeticException.class,
                () -> store.write(unit -> {
                    unit.people().add(Rows.person(1));
                    unit.counters().next(Rows.CUSTOMER, Counter.SERIAL);
                    throw new ArithmeticException("after the writes");
                }));

        assertEquals(Optional.empty(), store.read(unit -> unit.people().find(Rows.CUSTOMER, 1)));
        assertEquals(1L, next(Counter.SERIAL));
    }

    @Test
    void writeInsideAReadIsRefused() {
        assertThrows(
                ManagerException.class,
                () -> store.read(unit -> {
                    unit.people().add(Rows.person(1));
                    return true;
                }));

        assertEquals(Optional.empty(), store.read(unit -> unit.people().find(Rows.CUSTOMER, 1)));
    }

    @Test
    void countersCountEachForItself() {
        assertEquals(1L, next(Counter.SERIAL));
        assertEquals(2L, next(Counter.SERIAL));
        assertEquals(1L, next(Counter.READER));
    }

    @Test
    void vaultKeepsKeysByKindAndEpochAndNeverReplacesOne() {
        try (SecretBytes key = SecretBytes.copyOf(KEY.toByteArray())) {
            write(unit -> unit.keys().put(Rows.CUSTOMER, KeyKind.PROJECT, 1, key));

            assertEquals(Optional.of(key), store.read(unit -> unit.keys().open(Rows.CUSTOMER, KeyKind.PROJECT, 1)));
            assertEquals(Optional.empty(), store.read(unit -> unit.keys().open(Rows.CUSTOMER, KeyKind.PROJECT, 2)));
            assertEquals(Optional.empty(), store.read(unit -> unit.keys().open(Rows.CUSTOMER, KeyKind.ROOT, 1)));
            assertThrows(
                    ManagerException.class,
                    () -> write(unit -> unit.keys().put(Rows.CUSTOMER, KeyKind.PROJECT, 1, key)));
        }
    }

    @Test
    void peopleAndDevicesComeBackInOrder() {
        write(unit -> {
            unit.people().add(Rows.person(1));
            unit.people().add(Rows.person(2));
            unit.people().addDevice(Rows.device(1, 2));
            unit.people().setDeviceStatus(Rows.CUSTOMER, 1, Device.Status.ACTIVE);
        });

        assertEquals(
                List.of(Rows.person(1), Rows.person(2)),
                store.read(unit -> unit.people().list(Rows.CUSTOMER, 0, 10)));
        assertEquals(List.of(Rows.person(2)), store.read(unit -> unit.people().list(Rows.CUSTOMER, 1, 10)));
        assertEquals(List.of(Rows.person(1)), store.read(unit -> unit.people().list(Rows.CUSTOMER, 0, 1)));
        Device device =
                store.read(unit -> unit.people().findDevice(Rows.CUSTOMER, 1)).orElseThrow();
        assertEquals(Device.Status.ACTIVE, device.status());
        assertEquals(2, device.person());
    }

    @Test
    void deviceOfNobodyIsRefused() {
        assertThrows(ManagerException.class, () -> write(unit -> unit.people().addDevice(Rows.device(1, 9))));
    }

    @Test
    void credentialsComeBackAndKnowTheirNumbers() {
        IssuedCredential one = Rows.credential(1, 17, CredentialState.ACTIVE);
        IssuedCredential two = Rows.credential(2, 5, CredentialState.DELETED);
        write(unit -> {
            people(unit);
            unit.credentials().add(one);
            unit.credentials().add(two);
        });

        assertEquals(Optional.of(one), store.read(unit -> unit.credentials().find(Rows.CUSTOMER, 1)));
        assertEquals(List.of(two), store.read(unit -> unit.credentials().list(Rows.CUSTOMER, 1, 10)));
        long highest = store.read(unit -> unit.credentials().highestAccessNumber(Rows.CUSTOMER, 100));
        assertEquals(17, highest);
        long highestBelow = store.read(unit -> unit.credentials().highestAccessNumber(Rows.CUSTOMER, 16));
        assertEquals(5, highestBelow);
        assertTrue(holds(unit -> unit.credentials().accessNumberTaken(Rows.CUSTOMER, 17)));
        assertFalse(holds(unit -> unit.credentials().accessNumberTaken(Rows.CUSTOMER, 5)));
        assertFalse(holds(unit -> unit.credentials().accessNumberTaken(Rows.CUSTOMER, 18)));
    }

    @Test
    void lowestUnusedAccessNumberIsTheFirstGap() {
        assertEquals(Optional.of(1L), lowestUnused(1));
        write(unit -> {
            people(unit);
            unit.credentials().add(Rows.credential(1, 1, CredentialState.REVOKED));
            unit.credentials().add(Rows.credential(2, 2, CredentialState.ACTIVE));
            unit.credentials().add(Rows.credential(3, 4, CredentialState.ACTIVE));
            unit.credentials().add(Rows.credential(4, Long.MAX_VALUE, CredentialState.ACTIVE));
        });

        assertEquals(Optional.of(3L), lowestUnused(4));
        assertEquals(Optional.empty(), lowestUnused(2));
    }

    @Test
    void accessNumberIsTakenByCredentialsInForceOnly() {
        Set<CredentialState> ended = Set.of(
                CredentialState.REVOKE_PENDING, CredentialState.REVOKED, CredentialState.LOST, CredentialState.DELETED);
        List<CredentialState> states = List.of(CredentialState.values());
        write(unit -> {
            people(unit);
            for (int number = 0; number < states.size(); number++) {
                unit.credentials().add(Rows.credential(number + 1, number, states.get(number)));
            }
        });

        for (int number = 0; number < states.size(); number++) {
            long taken = number;
            assertEquals(
                    !ended.contains(states.get(number)),
                    holds(unit -> unit.credentials().accessNumberTaken(Rows.CUSTOMER, taken)),
                    states.get(number).name());
        }
    }

    @Test
    void revokedSerialsAreThoseRevokedBeingRevokedLostOrDeleted() {
        Map<Long, CredentialState> states = Map.of(
                1L, CredentialState.LOST,
                2L, CredentialState.CREATED,
                3L, CredentialState.REVOKED,
                4L, CredentialState.AWAITING_ACTIVATION,
                5L, CredentialState.REVOKE_PENDING,
                6L, CredentialState.ACTIVE,
                7L, CredentialState.DELETED);
        write(unit -> {
            people(unit);
            states.forEach((serial, state) -> {
                unit.credentials().add(Rows.credential(serial, 1, CredentialState.ACTIVE));
                unit.credentials().update(Rows.credential(serial, 1, state));
            });
        });

        assertEquals(
                List.of(1L, 3L, 5L, 7L), store.read(unit -> unit.credentials().revokedSerials(Rows.CUSTOMER, 1)));
    }

    @Test
    void newestStatementIsTheOneOfTheHighestNumber() {
        write(unit -> {
            people(unit);
            unit.credentials().add(Rows.credential(1, 1, CredentialState.ACTIVE));
            unit.credentials().addStatement(statement(1));
            unit.credentials().addStatement(statement(2));
        });

        assertEquals(
                Optional.of(statement(2)), store.read(unit -> unit.credentials().newestStatement(Rows.CUSTOMER, 1)));
        assertEquals(Optional.empty(), store.read(unit -> unit.credentials().newestStatement(Rows.CUSTOMER, 2)));
    }

    @Test
    void activationComesBackInEveryStatusByNumberAndByCode() {
        Activation open = new Activation(
                Rows.CUSTOMER,
                1,
                1,
                new CommandId(Bytes.ofHex("22".repeat(16))),
                Rows.NOW,
                Rows.NOW.plusSeconds(9),
                new Activation.Open());
        write(unit -> {
            people(unit);
            unit.activations().add(open, KEY);
            unit.credentials().add(Rows.credential(1, 1, CredentialState.AWAITING_ACTIVATION));
        });
        assertEquals(Optional.of(open), store.read(unit -> unit.activations().findByCodeHash(KEY)));

        for (Activation.Status status : List.of(
                new Activation.Voided(Rows.NOW),
                new Activation.Redeemed(Bytes.ofHex("33".repeat(16)), KEY, Rows.NOW.plusSeconds(1)))) {
            write(unit -> unit.activations().update(open.with(status)));
            assertEquals(
                    Optional.of(open.with(status)),
                    store.read(unit -> unit.activations().find(Rows.CUSTOMER, 1)));
        }
        assertEquals(Optional.empty(), store.read(unit -> unit.activations().findByCodeHash(Bytes.of(1))));
    }

    @Test
    void activationWithoutItsCredentialIsRefusedAtCommit() {
        Activation orphan = new Activation(
                Rows.CUSTOMER,
                1,
                99,
                new CommandId(Bytes.ofHex("22".repeat(16))),
                Rows.NOW,
                Rows.NOW,
                new Activation.Open());

        assertThrows(
                ManagerException.class, () -> write(unit -> unit.activations().add(orphan, KEY)));
    }

    @Test
    void readersComeBackAndTheirKeysAreKnown() {
        EnrolledReader reader = new EnrolledReader(
                Rows.CUSTOMER,
                1,
                "Front door",
                Set.of(1, 2),
                Technology.BLUE,
                Bytes.of(1),
                Bytes.of(2),
                Bytes.of(3),
                Rows.NOW);
        write(unit -> unit.readers().add(reader));

        assertEquals(Optional.of(reader), store.read(unit -> unit.readers().find(Rows.CUSTOMER, 1)));
        assertEquals(List.of(reader), store.read(unit -> unit.readers().list(Rows.CUSTOMER, 0, 10)));
        assertTrue(holds(unit -> unit.readers().keyTaken(Rows.CUSTOMER, Bytes.of(1), Bytes.of(9))));
        assertTrue(holds(unit -> unit.readers().keyTaken(Rows.CUSTOMER, Bytes.of(9), Bytes.of(2))));
        assertFalse(holds(unit -> unit.readers().keyTaken(Rows.CUSTOMER, Bytes.of(9), Bytes.of(9))));
    }

    @Test
    void newestListIsTheOneOfTheHighestEpoch() {
        PublishedList two = list(2);
        write(unit -> {
            unit.revocationLists().add(list(1), mark(1));
            unit.revocationLists().add(two, mark(2));
        });

        assertEquals(Optional.of(two), store.read(unit -> unit.revocationLists().newest(Rows.CUSTOMER)));
    }

    @Test
    void doneCommandComesBackWithItsFacts() {
        CommandLog.Done done = new CommandLog.Done(
                Rows.CUSTOMER,
                new CommandId(Bytes.ofHex("55".repeat(16))),
                "person add",
                KEY,
                Map.of("person", "1", "note", "line\nbreak = \"quoted\""),
                Rows.NOW);
        write(unit -> unit.commands().add(done));

        assertEquals(Optional.of(done), store.read(unit -> unit.commands().find(Rows.CUSTOMER, done.id())));
        assertEquals(Optional.empty(), store.read(unit -> unit.commands().find(CustomerId.OPERATOR, done.id())));
    }

    @Test
    void changesAreNumberedInTheTrailAndInTheOutbox() {
        Change change = new Change(
                Rows.CUSTOMER,
                Rows.NOW,
                new Actor("distributor 1 login 2", Optional.of(Rows.CUSTOMER)),
                Change.Kind.PERSON_ADDED,
                "1",
                new CommandId(Bytes.ofHex("66".repeat(16))));
        write(unit -> {
            unit.journal().append(change);
            unit.journal().append(change);
        });

        List<RecordedChange> expected = List.of(new RecordedChange(1, change), new RecordedChange(2, change));
        assertEquals(expected, store.read(unit -> unit.journal().audit(Rows.CUSTOMER, 0, 10)));
        assertEquals(expected, store.read(unit -> unit.journal().outbox(Rows.CUSTOMER, 0, 10)));
        assertEquals(expected.subList(1, 2), store.read(unit -> unit.journal().outbox(Rows.CUSTOMER, 1, 10)));
    }

    private static PublishedList list(int epoch) {
        return new PublishedList(
                Rows.CUSTOMER, epoch, 0, Rows.NOW, 1, Bytes.of(epoch), Optional.of(Bytes.of(9, epoch)));
    }

    private static ListMark mark(int epoch) {
        return new ListMark(epoch, Bytes.of(8, epoch), Optional.of(Rows.NOW.plusSeconds(epoch)));
    }

    private static void people(UnitOfWork unit) {
        unit.people().add(Rows.person(1));
        unit.people().addDevice(Rows.device(1, 1));
    }

    private static SignedCredential statement(int number) {
        return new SignedCredential(Rows.CUSTOMER, 1, number, KEY, Rows.NOW, Bytes.of(number));
    }

    private boolean holds(Predicate<UnitOfWork> fact) {
        return store.read(fact::test);
    }

    private Optional<Long> lowestUnused(long limit) {
        return store.read(unit -> unit.credentials().lowestUnusedAccessNumber(Rows.CUSTOMER, limit));
    }

    private long next(Counter counter) {
        return store.write(unit -> unit.counters().next(Rows.CUSTOMER, counter));
    }

    private void write(Consumer<UnitOfWork> work) {
        store.write(unit -> {
            work.accept(unit);
            return true;
        });
    }
}
