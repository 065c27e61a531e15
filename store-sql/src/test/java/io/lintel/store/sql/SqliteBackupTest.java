package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBackupTest {

    private Path directory;
    private Path file;
    private Path copy;

    @BeforeEach
    void place(@TempDir Path temporary) {
        directory = temporary;
        file = temporary.resolve("site.db");
        copy = temporary.resolve("copy.db");
    }

    @Test
    void copyMadeInTheMiddleOfWritingIsTheStateOfOneMoment() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        try (ManagerStore store = SqliteStore.create(file)) {
            store.write(SqliteBackupTest::countBoth);
            CompletableFuture<Long> writer = CompletableFuture.supplyAsync(() -> {
                long last = 0;
                while (!stop.get()) {
                    last = store.write(SqliteBackupTest::countBoth);
                }
                return last;
            });
            for (int i = 0; i < 5; i++) {
                Path next = directory.resolve("copy" + i + ".db");
                SqliteBackup.copy(file, next);
                try (ManagerStore restored = SqliteStore.open(next)) {
                    restored.write(unit -> {
                        long serial = unit.counters().next(CustomerId.OPERATOR, Counter.SERIAL);
                        long person = unit.counters().next(CustomerId.OPERATOR, Counter.PERSON);
                        assertEquals(serial, person, "both numbers of one unit, or none");
                        assertTrue(serial > 1);
                        return true;
                    });
                }
            }
            stop.set(true);
            long last = writer.get();

            assertEquals(last + 1, store.write(SqliteBackupTest::countBoth), "the copies changed nothing");
        }
    }

    @Test
    void copyIsOneFileForItsOwnerAlone() throws IOException {
        try (ManagerStore store = SqliteStore.create(file)) {
            store.write(SqliteBackupTest::countBoth);
            SqliteBackup.copy(file, copy);
        }

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(copy)));
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(List.of(copy, file), files.sorted().toList());
        }
    }

    @Test
    void existingFileIsNotOverwritten() throws IOException {
        SqliteStore.create(file).close();
        Files.writeString(copy, "precious");

        StoreFailure failure = assertThrows(StoreFailure.class, () -> SqliteBackup.copy(file, copy));

        assertTrue(String.valueOf(failure.getMessage()).contains("choose another name"));
        assertEquals("precious", Files.readString(copy));
    }

    @Test
    void onlyALintelDatabaseIsCopied() throws SQLException {
        assertEquals(ErrorCode.STORE_NOT_FOUND, refused());

        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE other (id INTEGER)");
        }
        assertEquals(ErrorCode.STORE_NOT_LINTEL, refused());
    }

    @Test
    void missingDirectoryOfTheCopyIsNamed() {
        SqliteStore.create(file).close();
        copy = directory.resolve("missing/copy.db");

        assertEquals(ErrorCode.STORE_NOT_FOUND, refused());
    }

    @Test
    void damagedDatabaseGivesNoCopy() throws SQLException {
        SqliteStore.create(file).close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            // What no store writes: a device of nobody.
            statement.execute("PRAGMA foreign_keys = OFF");
            statement.execute("INSERT INTO device (customer_id, number, person, name, status, created_at)"
                    + " VALUES ('00000000000000a1', 1, 1, 'Phone', 'ACTIVE', 0)");
        }

        assertEquals(ErrorCode.STORE_NOT_LINTEL, refused());
    }

    private ErrorCode refused() {
        StoreFailure failure = assertThrows(StoreFailure.class, () -> SqliteBackup.copy(file, copy));
        assertFalse(Files.exists(copy));
        return failure.code();
    }

    private static Long countBoth(UnitOfWork unit) {
        unit.counters().next(CustomerId.OPERATOR, Counter.SERIAL);
        return unit.counters().next(CustomerId.OPERATOR, Counter.PERSON);
    }
}
