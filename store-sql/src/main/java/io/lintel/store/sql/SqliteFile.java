package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import javax.sql.DataSource;

/** The database as a file: its making, and what is asked of it before it is used as a store. */
final class SqliteFile {

    /** "LNTL", in the field of SQLite's header that says whose database it is. */
    static final int APPLICATION_ID = 0x4c4e544c;

    private SqliteFile() {}

    /** Makes a complete database under its name, or none. */
    static void create(Path file) {
        if (!tryCreate(file)) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_FAILED,
                    "the file " + file + " exists already; open it or choose another name",
                    null);
        }
    }

    /** Makes the database unless another process has made it meanwhile. */
    static void createUnlessMade(Path file) {
        tryCreate(file);
    }

    private static boolean tryCreate(Path file) {
        Path target = file.toAbsolutePath();
        Path directory = directoryOf(target);
        try {
            Path unfinished = Files.createTempFile(directory, "lintel-", ".unfinished", ownerOnly(directory));
            try {
                fill(SqliteConnections.to(unfinished, Duration.ofSeconds(1)));
                // A hard link, unlike a rename, never replaces what another process made under this name.
                Files.createLink(target, unfinished);
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_READ_ONLY,
                    "the database " + file + " cannot be made; give this user write permission to its directory, on a"
                            + " local file system",
                    e);
        }
    }

    static Path directoryOf(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_NOT_FOUND, "the directory of " + file + " does not exist; make it first", null);
        }
        return directory;
    }

    /** Leaves the file complete in itself, without a log beside it. */
    private static void fill(DataSource connections) {
        Schema.create(connections, Schema.SQLITE);
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA application_id = " + APPLICATION_ID);
            statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
        } catch (SQLException e) {
            throw StoreFailure.unusable(ErrorCode.STORE_FAILED, "the new database could not be filled", e);
        }
    }

    static void requireUsable(Path file, Duration busyTimeout, SqliteFailures failures) {
        if (!Files.isRegularFile(file)) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_NOT_FOUND,
                    "there is no database " + file + "; check the name, or create a site to make one",
                    null);
        }
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isWritable(file) || directory == null || !Files.isWritable(directory)) {
            throw StoreFailure.unusable(ErrorCode.STORE_READ_ONLY, failures.readOnly(), null);
        }
        if (applicationId(file, busyTimeout, failures) != APPLICATION_ID) {
            throw notLintel(file);
        }
    }

    /**
     * Whose database it is, as SQLite tells it. Nothing but SQLite may ever open the file: where a process closes any
     * descriptor of a file, the system drops all locks that this process holds on it, those of its open stores, too.
     */
    private static int applicationId(Path file, Duration busyTimeout, SqliteFailures failures) {
        try (Connection connection =
                        SqliteConnections.asFound(file, busyTimeout).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA application_id")) {
            return rows.getInt(1);
        } catch (SQLException e) {
            throw SqliteFailures.isNoDatabase(e) ? notLintel(file) : failures.nothingDone(e);
        }
    }

    private static StoreFailure notLintel(Path file) {
        return StoreFailure.unusable(
                ErrorCode.STORE_NOT_LINTEL, "the file " + file + " is no Lintel database; check the name", null);
    }

    static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
