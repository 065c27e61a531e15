package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Set;

/** The database as a file: its making, and what can be told before SQLite opens it. */
final class SqliteFile {

    /** "LNTL", in the field of SQLite's header that says whose database it is. */
    static final int APPLICATION_ID = 0x4c4e544c;

    private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int APPLICATION_ID_OFFSET = 68;
    private static final int HEADER_SIZE = 100;

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
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_NOT_FOUND, "the directory of " + file + " does not exist; make it first", null);
        }
        try {
            Path unfinished = Files.createTempFile(directory, "lintel-", ".unfinished", ownerOnly(directory));
            try {
                SqliteSchema.create(SqliteConnections.to(unfinished, Duration.ofSeconds(1)));
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

    static void requireUsable(Path file, SqliteFailures failures) {
        if (!Files.isRegularFile(file)) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_NOT_FOUND,
                    "there is no database " + file + "; check the name, or create a site to make one",
                    null);
        }
        if (applicationId(file, failures) != APPLICATION_ID) {
            throw notLintel(file);
        }
        Path directory = file.toAbsolutePath().getParent();
        if (!Files.isWritable(file) || directory == null || !Files.isWritable(directory)) {
            throw StoreFailure.unusable(ErrorCode.STORE_READ_ONLY, failures.readOnly(), null);
        }
    }

    private static int applicationId(Path file, SqliteFailures failures) {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer header = ByteBuffer.wrap(in.readNBytes(HEADER_SIZE));
            if (header.remaining() < HEADER_SIZE
                    || !header.slice(0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
                throw notLintel(file);
            }
            return header.getInt(APPLICATION_ID_OFFSET);
        } catch (IOException e) {
            throw StoreFailure.unusable(ErrorCode.STORE_READ_ONLY, failures.readOnly(), e);
        }
    }

    private static StoreFailure notLintel(Path file) {
        return StoreFailure.unusable(
                ErrorCode.STORE_NOT_LINTEL, "the file " + file + " is no Lintel database; check the name", null);
    }

    private static FileAttribute<?>[] ownerOnly(Path directory) throws IOException {
        if (!Files.getFileStore(directory).supportsFileAttributeView("posix")) {
            return new FileAttribute<?>[0];
        }
        Set<PosixFilePermission> permissions = PosixFilePermissions.fromString("rw-------");
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
    }
}
