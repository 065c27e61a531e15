package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.ManagerStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteStoreTest {

    private Path directory;
    private Path file;

    @BeforeEach
    void place(@TempDir Path temporary) {
        directory = temporary;
        file = temporary.resolve("site.db");
    }

    @Test
    void fileIsReadableForItsOwnerAloneAndSoIsItsLog() throws IOException {
        try (ManagerStore store = SqliteStore.create(file)) {
            store.write(unit -> {
                unit.organisations().addCustomer(Rows.CUSTOMER, DistributorId.OPERATOR, "Town hall", Rows.NOW);
                return true;
            });
            assertEquals("rw-------", permissions(file));
            assertEquals("rw-------", permissions(directory.resolve("site.db-wal")));
            assertEquals("rw-------", permissions(directory.resolve("site.db-shm")));
        }
    }

    @Test
    void closedDatabaseIsOneFile() throws IOException {
        SqliteStore.create(file).close();

        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void unknownFileIsNamedAndNotMade() {
        StoreFailure failure = assertThrows(StoreFailure.class, () -> SqliteStore.open(file));

        assertEquals(ErrorCode.STORE_NOT_FOUND, failure.code());
        assertTrue(String.valueOf(failure.getMessage()).contains("site.db"));
        assertFalse(Files.exists(file));
    }

    @Test
    void missingDirectoryIsNamed() {
        Path nowhere = directory.resolve("missing/site.db");

        StoreFailure failure = assertThrows(StoreFailure.class, () -> SqliteStore.create(nowhere));

        assertEquals(ErrorCode.STORE_NOT_FOUND, failure.code());
    }

    @Test
    void existingFileIsNotMadeAnew() {
        SqliteStore.create(file).close();

        assertThrows(StoreFailure.class, () -> SqliteStore.create(file));
        SqliteStore.openOrCreate(file).close();
    }

    @Test
    void otherFilesAreRefusedAndLeftAlone() throws IOException, SQLException {
        byte[] text = "not a database, and long enough for a header".repeat(5).getBytes(StandardCharsets.US_ASCII);
        Files.write(file, text);
        assertRefused(ErrorCode.STORE_NOT_LINTEL);
        assertEquals(text.length, Files.size(file));

        Files.write(file, new byte[0]);
        assertRefused(ErrorCode.STORE_NOT_LINTEL);

        Files.delete(file);
        execute("CREATE TABLE other (id INTEGER)");
        assertRefused(ErrorCode.STORE_NOT_LINTEL);
    }

    @Test
    void databaseOfANewerVersionIsRefused() throws SQLException {
        SqliteStore.create(file).close();
        execute("UPDATE schema_version SET version = '99'");

        assertRefused(ErrorCode.STORE_TOO_NEW);
    }

    @Test
    void damagedDatabaseIsRefused() throws IOException {
        SqliteStore.create(file).close();
        byte[] octets = Files.readAllBytes(file);
        for (int i = 100; i < octets.length; i++) {
            octets[i] ^= 0x55;
        }
        Files.write(file, octets);

        assertRefused(ErrorCode.STORE_NOT_LINTEL);
    }

    @Test
    void connectionThatPromisesLessIsRefused() {
        SqliteStore.create(file).close();
        SqliteFailures failures = new SqliteFailures(file);
        SqliteDurability.require(file, SqliteConnections.to(file, Duration.ofSeconds(1)), failures);

        SQLiteConfig lazy = new SQLiteConfig();
        lazy.setJournalMode(SQLiteConfig.JournalMode.WAL);
        lazy.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        lazy.enforceForeignKeys(true);
        assertNotDurable(lazy, failures);

        SQLiteConfig withoutLog = new SQLiteConfig();
        withoutLog.setJournalMode(SQLiteConfig.JournalMode.DELETE);
        withoutLog.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        withoutLog.enforceForeignKeys(true);
        assertNotDurable(withoutLog, failures);

        SQLiteConfig loose = new SQLiteConfig();
        loose.setJournalMode(SQLiteConfig.JournalMode.WAL);
        loose.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        loose.enforceForeignKeys(false);
        assertNotDurable(loose, failures);
    }

    @Test
    void removedKeyLeavesNoOctetsInTheFile() throws IOException {
        byte[] octets = "a-key-that-nobody-may-find-again".getBytes(StandardCharsets.US_ASCII);
        String text = new String(octets, StandardCharsets.ISO_8859_1);
        try (ManagerStore store = SqliteStore.create(file);
                SecretBytes key = SecretBytes.copyOf(octets)) {
            store.write(unit -> {
                Rows.addSite(unit, Rows.CUSTOMER);
                unit.keys().put(Rows.CUSTOMER, KeyKind.ROOT, 1, key);
                return true;
            });
        }
        assertTrue(Files.readString(file, StandardCharsets.ISO_8859_1).contains(text), "the key is in the file");

        try (ManagerStore store = SqliteStore.open(file)) {
            store.write(unit -> {
                unit.keys().remove(Rows.CUSTOMER, KeyKind.ROOT, 1);
                return true;
            });
        }

        assertFalse(Files.readString(file, StandardCharsets.ISO_8859_1).contains(text), "the key is gone");
    }

    @Test
    void writerThatWaitsTooLongForAnotherProcessIsToldToTryAgain() throws SQLException {
        SqliteStore.create(file).close();
        try (ManagerStore store = SqliteStore.open(file, Duration.ofMillis(50));
                Connection other = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = other.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");

            StoreFailure failure = assertThrows(
                    StoreFailure.class, () -> store.write(unit -> unit.sites().list()));

            assertEquals(ErrorCode.STORE_BUSY, failure.code());
            assertFalse(failure.mayHaveTakenEffect());
            assertTrue(failure.retryAfter().isPresent());
            assertEquals(List.of(), store.read(unit -> unit.sites().list()));
            statement.execute("ROLLBACK");
            assertEquals(List.of(), store.write(unit -> unit.sites().list()));
        }
    }

    @Test
    void storeThatIsIdleKeepsNobodyWaiting() {
        SqliteStore.create(file).close();
        try (ManagerStore one = SqliteStore.open(file, Duration.ofMillis(50));
                ManagerStore other = SqliteStore.open(file, Duration.ofMillis(50))) {
            for (int i = 0; i < 3; i++) {
                assertEquals(List.of(), one.write(unit -> unit.sites().list()));
                assertEquals(List.of(), other.write(unit -> unit.sites().list()));
            }
        }
    }

    @Test
    void openingTheFileOnceMoreKeepsTheLocksOfTheStoreThatHasItOpen() throws IOException, InterruptedException {
        try (ManagerStore store = SqliteStore.create(file)) {
            assertEquals(List.of(), store.read(unit -> unit.sites().list()));
            assertEquals("kept", LockingProcess.run(file));

            SqliteStore.openOrCreate(file).close();

            assertEquals("kept", LockingProcess.run(file));
        }
        assertEquals("free", LockingProcess.run(file));
    }

    @Test
    void databaseOfAnotherProgramKeepsItsJournal() throws SQLException {
        execute("CREATE TABLE other (id INTEGER)");

        assertRefused(ErrorCode.STORE_NOT_LINTEL);

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet mode = statement.executeQuery("PRAGMA journal_mode")) {
            assertEquals("delete", mode.getString(1));
        }
    }

    @Test
    void readOnlyDatabaseIsNamedSo() {
        SQLException error = new SQLException("attempt to write a readonly database", "", 8);

        ManagerException failure = new SqliteFailures(file).nothingDone(error);

        assertEquals(ErrorCode.STORE_READ_ONLY, failure.code());
        assertFalse(failure.mayHaveTakenEffect());
    }

    @Test
    void failureAtCommitMayHaveTakenEffect() {
        ManagerException failure = new SqliteFailures(file).atCommit(new SQLException("disk I/O error", "", 10));

        assertEquals(ErrorCode.STORE_FAILED, failure.code());
        assertTrue(failure.mayHaveTakenEffect());
        assertTrue(failure.retryAfter().isPresent());
    }

    @Test
    void manyThatOpenTheSameNewFileShareOneDatabase() throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            Callable<Integer> open = () -> {
                try (ManagerStore store = SqliteStore.openOrCreate(file)) {
                    return store.write(
                            unit -> Math.toIntExact(unit.counters().next(CustomerId.OPERATOR, Counter.CHANGE)));
                }
            };
            List<Future<Integer>> numbers =
                    pool.invokeAll(IntStream.range(0, 8).mapToObj(i -> open).toList());
            List<Integer> sorted = new ArrayList<>();
            for (Future<Integer> number : numbers) {
                sorted.add(number.get());
            }
            sorted.sort(null);
            assertEquals(IntStream.rangeClosed(1, 8).boxed().toList(), sorted);
        } finally {
            pool.shutdownNow();
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(file), files.toList(), "nothing unfinished is left");
        }
    }

    private void assertRefused(ErrorCode code) {
        StoreFailure failure = assertThrows(StoreFailure.class, () -> SqliteStore.open(file));
        assertEquals(code, failure.code());
        assertFalse(failure.mayHaveTakenEffect());
    }

    private void assertNotDurable(SQLiteConfig config, SqliteFailures failures) {
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        StoreFailure failure = assertThrows(StoreFailure.class, () -> SqliteDurability.require(file, source, failures));
        assertEquals(ErrorCode.STORE_NOT_DURABLE, failure.code());
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
