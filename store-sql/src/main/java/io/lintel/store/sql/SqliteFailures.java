package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;

/** What SQLite's errors mean to people. */
final class SqliteFailures implements SqlStore.Failures {

    private static final int PRIMARY_CODE = 0xff;
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Path file;

    SqliteFailures(Path file) {
        this.file = file;
    }

    @Override
    public ManagerException nothingDone(SQLException error) {
        if (isBusy(error)) {
            return StoreFailure.busy(
                    "the database " + file + " was kept by another process for too long; try again, and stop the other"
                            + " process if this goes on",
                    RETRY,
                    error);
        }
        int code = error.getErrorCode() & PRIMARY_CODE;
        if (code == SQLiteErrorCode.SQLITE_READONLY.code || code == SQLiteErrorCode.SQLITE_PERM.code) {
            return StoreFailure.unusable(ErrorCode.STORE_READ_ONLY, readOnly(), error);
        }
        if (code == SQLiteErrorCode.SQLITE_NOTADB.code || code == SQLiteErrorCode.SQLITE_CORRUPT.code) {
            return StoreFailure.unusable(
                    ErrorCode.STORE_NOT_LINTEL,
                    "the database " + file + " is damaged or no database; restore it from a backup",
                    error);
        }
        if (code == SQLiteErrorCode.SQLITE_FULL.code) {
            return StoreFailure.unusable(
                    ErrorCode.STORE_FAILED,
                    "the disk that holds the database " + file + " is full; free some space and try again",
                    error);
        }
        return StoreFailure.unusable(
                ErrorCode.STORE_FAILED,
                "the database " + file + " failed and the command was not done; see the cause in the log",
                error);
    }

    /** A commit that SQLite refuses, as for a deferred key, leaves the transaction open, to be rolled back. */
    @Override
    public ManagerException atCommit(SQLException error) {
        return isBusy(error) || isRefusal(error)
                ? nothingDone(error)
                : StoreFailure.uncertain(
                        "the database " + file
                                + " failed while the command was being confirmed; repeat it with the same"
                                + " command id to find out whether it was done",
                        error);
    }

    /** Its one writer waits until it may begin. */
    @Override
    public boolean isCollision(SQLException error) {
        return false;
    }

    @Override
    public boolean isRefusal(SQLException error) {
        int code = error.getErrorCode() & PRIMARY_CODE;
        return code == SQLiteErrorCode.SQLITE_CONSTRAINT.code
                || code == SQLiteErrorCode.SQLITE_ERROR.code
                || code == SQLiteErrorCode.SQLITE_TOOBIG.code
                || code == SQLiteErrorCode.SQLITE_MISMATCH.code;
    }

    String readOnly() {
        return "the database " + file + " or its directory cannot be written; give this user write permission to both";
    }

    static boolean isNoDatabase(SQLException error) {
        return (error.getErrorCode() & PRIMARY_CODE) == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    private static boolean isBusy(SQLException error) {
        int code = error.getErrorCode() & PRIMARY_CODE;
        return error instanceof SQLTransientConnectionException
                || code == SQLiteErrorCode.SQLITE_BUSY.code
                || code == SQLiteErrorCode.SQLITE_LOCKED.code;
    }
}
