package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import io.lintel.sdk.organisation.Distributor;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.testing.postgres.PostgresAddress;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class PostgresStoreTest {

    private final PostgresFailures failures = new PostgresFailures();
    private PostgresTestDatabase database;

    @BeforeEach
    void create() {
        database = PostgresTestDatabase.empty();
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void emptyDatabaseIsFilledOnceHoweverManyOpenIt() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try {
            Callable<Long> open = () -> {
                try (ManagerStore store = database.open()) {
                    return store.write(unit -> unit.counters().next(CustomerId.OPERATOR, Counter.CHANGE));
                }
            };
            List<Long> numbers = new ArrayList<>();
            for (Future<Long> number :
                    pool.invokeAll(IntStream.range(0, 4).mapToObj(i -> open).toList())) {
                numbers.add(number.get());
            }
            assertEquals(List.of(1L, 2L, 3L, 4L), numbers.stream().sorted().toList());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void databaseWhoseCommitsMayBeLostIsRefused() throws SQLException {
        execute("ALTER DATABASE " + name() + " SET synchronous_commit = off");

        assertRefused(ErrorCode.STORE_NOT_DURABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "full_page_writes", "synchronous_commit"})
    void serverWithoutASettingThatItNeedsIsRefused(String setting) {
        PostgresServerState.requireOn(setting, "on");
        StoreFailure failure = assertThrows(StoreFailure.class, () -> PostgresServerState.requireOn(setting, "off"));

        assertEquals(ErrorCode.STORE_NOT_DURABLE, failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains(setting));
    }

    @Test
    void databaseThatCannotBeWrittenIsRefused() throws SQLException {
        execute("ALTER DATABASE " + name() + " SET default_transaction_read_only = on");

        assertRefused(ErrorCode.STORE_READ_ONLY);
    }

    @Test
    void databaseOfSomethingElseIsRefusedAndLeftAlone() throws SQLException {
        execute("CREATE TABLE other (id INTEGER)");

        assertRefused(ErrorCode.STORE_NOT_LINTEL);

        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'")) {
            tables.next();
            assertEquals(1, tables.getInt(1));
        }
    }

    @Test
    void databaseOfANewerVersionIsRefused() throws SQLException {
        database.open().close();
        execute("UPDATE schema_version SET version = '999' WHERE version = '1'");

        assertRefused(ErrorCode.STORE_TOO_NEW);
    }

    @Test
    void unknownDatabaseIsNamedSo() {
        PostgresAddress address = database.address();

        assertEquals(
                ErrorCode.STORE_NOT_FOUND,
                refused(address.url() + "_missing", address.user(), address.password())
                        .code());
    }

    @Test
    void wrongPasswordIsRefusedAndInNoMessage() {
        PostgresAddress address = database.address();

        StoreFailure failure = refused(address.url(), address.user(), "word that is wrong");

        assertEquals(ErrorCode.STORE_READ_ONLY, failure.code());
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("word that is wrong"));
        }
    }

    @Test
    void serverThatDoesNotAnswerIsWorthAnotherTry() {
        StoreFailure failure = refused("jdbc:postgresql://127.0.0.1:1/lintel", "lintel", "");

        assertEquals(ErrorCode.STORE_BUSY, failure.code());
        assertTrue(failure.retryAfter().isPresent());
        assertFalse(failure.mayHaveTakenEffect());
    }

    @Test
    void urlOfAnotherDatabaseIsAMistakeOfTheCaller() {
        try (SecretBytes password = SecretBytes.copyOf(new byte[0])) {
            assertThrows(
                    IllegalArgumentException.class, () -> PostgresStore.open("jdbc:other:file", "lintel", password));
        }
    }

    @Test
    void urlThatHoldsAUserOrAPasswordIsRefusedWithoutBeingRepeated() {
        for (String url : List.of(
                "jdbc:postgresql://host/db?user=lintel",
                "jdbc:postgresql://host/db?ssl=true&password=t0psecret",
                "jdbc:postgresql://lintel:t0psecret@host/db")) {
            try (SecretBytes password = SecretBytes.copyOf(new byte[0])) {
                IllegalArgumentException refused =
                        assertThrows(IllegalArgumentException.class, () -> PostgresStore.open(url, "lintel", password));
                assertFalse(String.valueOf(refused.getMessage()).contains("t0psecret"));
            }
        }
    }

    @Test
    void collisionIsTriedAgainUntilItSucceeds() {
        AtomicInteger runs = new AtomicInteger();
        try (ManagerStore store = database.open()) {
            long number = store.write(unit -> {
                long next = unit.counters().next(CustomerId.OPERATOR, Counter.CHANGE);
                if (runs.incrementAndGet() < 3) {
                    throw new SqlFailure(new SQLException("could not serialize access", "40001"));
                }
                return next;
            });

            assertEquals(1, number);
            assertEquals(3, runs.get());
        }
    }

    @Test
    void collisionWithoutEndIsTheCallersToTryAgain() {
        try (ManagerStore store = database.open()) {
            StoreFailure failure = assertThrows(
                    StoreFailure.class,
                    () -> store.write(unit -> {
                        throw new SqlFailure(new SQLException("deadlock detected", "40P01"));
                    }));

            assertEquals(ErrorCode.STORE_BUSY, failure.code());
            assertFalse(failure.mayHaveTakenEffect());
        }
    }

    @Test
    void workWhoseConnectionTheServerEndsIsRunAgain() {
        AtomicInteger runs = new AtomicInteger();
        try (ManagerStore store = database.open()) {
            long number = store.write(unit -> {
                long next = unit.counters().next(CustomerId.OPERATOR, Counter.CHANGE);
                if (runs.incrementAndGet() == 1) {
                    endOtherConnections();
                }
                return next;
            });

            assertEquals(1, number);
            assertTrue(runs.get() > 1);
        }
    }

    @Test
    void serverThatComesBackIsReadFromAtOnce() {
        try (ManagerStore store = database.open()) {
            store.read(unit -> unit.sites().list());
            endOtherConnections();

            assertEquals(List.of(), store.read(unit -> unit.sites().list()));
        }
    }

    @Test
    void onlyAnUnansweredCommitIsUncertain() {
        assertTrue(failures.atCommit(error("08006")).mayHaveTakenEffect());
        assertTrue(failures.atCommit(error("57P01")).mayHaveTakenEffect());
        assertTrue(failures.atCommit(new SQLException("the driver gave up")).mayHaveTakenEffect());
        assertFalse(failures.atCommit(error("40001")).mayHaveTakenEffect());
        assertFalse(failures.atCommit(error("23503")).mayHaveTakenEffect());
        assertEquals(ErrorCode.STORE_BUSY, failures.nothingDone(error("55P03")).code());
        assertEquals(
                ErrorCode.STORE_READ_ONLY, failures.nothingDone(error("25006")).code());
        assertEquals(
                ErrorCode.STORE_FAILED, failures.nothingDone(error("53100")).code());
    }

    @Test
    void customersOfAnotherDistributorDoNotWait() throws Exception {
        CustomerId one = new CustomerId("00000000000000a1");
        CustomerId other = new CustomerId("00000000000000b2");
        try (ManagerStore store = database.open()) {
            store.write(unit -> {
                unit.organisations()
                        .add(new Distributor(new DistributorId("00000000000000d1"), "One", Optional.empty(), Rows.NOW));
                unit.organisations()
                        .add(new Distributor(
                                new DistributorId("00000000000000d2"), "Other", Optional.empty(), Rows.NOW));
                unit.organisations().addCustomer(one, new DistributorId("00000000000000d1"), "One", Rows.NOW);
                unit.organisations().addCustomer(other, new DistributorId("00000000000000d2"), "Other", Rows.NOW);
                return true;
            });
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch goOn = new CountDownLatch(1);
            ExecutorService caller = Executors.newSingleThreadExecutor();
            try {
                Future<Long> waiting = caller.submit(() -> store.write(one, unit -> {
                    begun.countDown();
                    await(goOn);
                    return unit.counters().next(one, Counter.SERIAL);
                }));
                begun.await();

                long serial = store.write(other, unit -> unit.counters().next(other, Counter.SERIAL));
                assertEquals(1, serial);

                goOn.countDown();
                assertEquals(1, waiting.get());
            } finally {
                caller.shutdownNow();
            }
        }
    }

    private void endOtherConnections() {
        try {
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SQLException error(String state) {
        return new SQLException("as the server says it", state);
    }

    private void assertRefused(ErrorCode code) {
        StoreFailure failure = assertThrows(StoreFailure.class, database::open);
        assertEquals(code, failure.code());
        assertFalse(failure.mayHaveTakenEffect());
    }

    private static StoreFailure refused(String url, String user, String word) {
        try (SecretBytes password = SecretBytes.copyOf(word.getBytes(StandardCharsets.UTF_8))) {
            return assertInstanceOf(
                    StoreFailure.class,
                    assertThrows(ManagerException.class, () -> PostgresStore.open(url, user, password)));
        }
    }

    private String name() {
        String url = database.address().url();
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
