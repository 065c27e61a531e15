package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * Copies of a SQLite file, made while managers use it: the state of one moment, checked, and complete in one file.
 *
 * <p>A copy is a database like the original. To restore one, stop the managers, put the copy in the place of the file, remove
 * the original's files that end in {@code -wal} and {@code -shm}, and open it. It holds the sites' private keys, so it is
 * made readable for its owner alone.
 */
public final class SqliteBackup {

    private static final Duration BUSY_TIMEOUT = Duration.ofSeconds(10);

    private SqliteBackup() {}

    /**
     * Copies a database. A crash while it is copied leaves no file under the copy's name.
     *
     * @param file the database
     * @param copy a file that does not exist, in a directory that does
     * @throws io.lintel.sdk.model.ManagerException.StoreFailure where {@code file} is no usable database, {@code copy} exists,
     *     or the copy cannot be written or is damaged
     */
    public static void copy(Path file, Path copy) {
        SqliteFailures failures = new SqliteFailures(file);
        SqliteFile.requireUsable(file, BUSY_TIMEOUT, failures);
        Path target = copy.toAbsolutePath();
        if (Files.exists(target)) {
            throw exists(copy);
        }
        Path directory = SqliteFile.directoryOf(target);
        try {
            Path unfinished =
                    Files.createTempFile(directory, "lintel-", ".unfinished", SqliteFile.ownerOnly(directory));
            try {
                copyInto(file, unfinished, failures);
                requireSound(unfinished);
                force(unfinished);
                // A hard link, unlike a rename, never replaces what another process made under this name.
                Files.createLink(target, unfinished);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            force(directory);
        } catch (FileAlreadyExistsException e) {
            throw exists(copy);
        } catch (IOException e) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_READ_ONLY,
                    "the copy " + copy + " cannot be written; give this user write permission to its directory, on a"
                            + " local file system",
                    e);
        }
    }

    /** One transaction that reads: writers go on meanwhile, and what they write is not in it. */
    private static void copyInto(Path file, Path unfinished, SqliteFailures failures) {
        try (Connection connection = SqliteConnections.to(file, BUSY_TIMEOUT).getConnection();
                PreparedStatement statement = connection.prepareStatement("VACUUM INTO ?")) {
            statement.setString(1, unfinished.toString());
            statement.execute();
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    private static void requireSound(Path copy) {
        SqliteFailures failures = new SqliteFailures(copy);
        try (Connection connection =
                        SqliteConnections.asFound(copy, BUSY_TIMEOUT).getConnection();
                Statement statement = connection.createStatement()) {
            requireNone(statement, "PRAGMA foreign_key_check");
            try (ResultSet rows = statement.executeQuery("PRAGMA integrity_check")) {
                if (!rows.next() || !rows.getString(1).equals("ok")) {
                    throw damaged();
                }
            }
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
        SqliteFile.requireUsable(copy, BUSY_TIMEOUT, failures);
    }

    private static void requireNone(Statement statement, String check) throws SQLException {
        try (ResultSet rows = statement.executeQuery(check)) {
            if (rows.next()) {
                throw damaged();
            }
        }
    }

    private static StoreFailure damaged() {
        return StoreFailure.unusable(
                ErrorCode.STORE_NOT_LINTEL,
                "the copy does not pass SQLite's checks, so the database may be damaged; keep older copies, and look for"
                        + " a failing disk",
                null);
    }

    private static StoreFailure exists(Path copy) {
        return StoreFailure.unusable(
                ErrorCode.STORE_FAILED, "the file " + copy + " exists already; choose another name for the copy", null);
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
