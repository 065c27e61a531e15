package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;

/** What PostgreSQL's errors mean to people. Messages name no address, user or value: a driver's text may hold any. */
final class PostgresFailures implements SqlStore.Failures {

    private static final String SERIALIZATION_FAILURE = "40001";
    private static final String DEADLOCK = "40P01";
    private static final String CONNECTION_EXCEPTION = "08";
    private static final String OPERATOR_INTERVENTION = "57";

    /** Lock not available in time, too many connections. */
    private static final Set<String> BUSY = Set.of(SERIALIZATION_FAILURE, DEADLOCK, "55P03", "53300");

    /** Wrong password, and no such user or no right to connect. */
    private static final Set<String> NOT_ADMITTED = Set.of("28P01", "28000", "42501");

    private static final Duration RETRY = Duration.ofSeconds(1);

    @Override
    public ManagerException nothingDone(SQLException error) {
        String state = state(error);
        if (BUSY.contains(state) || (error instanceof SQLTransientConnectionException && error.getCause() == null)) {
            return StoreFailure.busy(
                    "the PostgreSQL database was kept by others for too long; try again, and look for a transaction that"
                            + " does not end if this goes on",
                    RETRY,
                    error);
        }
        if (NOT_ADMITTED.contains(state)) {
            return StoreFailure.unusable(
                    ErrorCode.STORE_READ_ONLY,
                    "the PostgreSQL server does not admit this user to this database, or not to all that it has to"
                            + " change; check user, password and rights",
                    error);
        }
        if (state.equals("3D000")) {
            return StoreFailure.unusable(
                    ErrorCode.STORE_NOT_FOUND,
                    "the PostgreSQL server has no database of this name; create it, or check the name",
                    error);
        }
        if (state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(OPERATOR_INTERVENTION)) {
            return StoreFailure.busy(
                    "the PostgreSQL server could not be reached, or ended the connection; check the address and that it"
                            + " runs, then try again",
                    RETRY,
                    error);
        }
        if (state.equals("25006")) {
            return StoreFailure.unusable(ErrorCode.STORE_READ_ONLY, readOnly(), error);
        }
        if (state.equals("53100")) {
            return StoreFailure.unusable(
                    ErrorCode.STORE_FAILED,
                    "the disk of the PostgreSQL server is full; free some space and try again",
                    error);
        }
        return StoreFailure.unusable(
                ErrorCode.STORE_FAILED,
                "the PostgreSQL database failed and the command was not done; see the cause in the log",
                error);
    }

    /** The server says what it did not do; where the connection breaks, it may have committed. */
    @Override
    public ManagerException atCommit(SQLException error) {
        String state = state(error);
        boolean answered = !state.isEmpty()
                && !state.startsWith(CONNECTION_EXCEPTION)
                && !state.startsWith(OPERATOR_INTERVENTION)
                && !state.startsWith("XX");
        return answered
                ? nothingDone(error)
                : StoreFailure.uncertain(
                        "the PostgreSQL database failed while the command was being confirmed; repeat it with the same"
                                + " command id to find out whether it was done",
                        error);
    }

    /** A connection that breaks before the commit takes its transaction with it. */
    @Override
    public boolean isCollision(SQLException error) {
        String state = state(error);
        boolean broken = state.startsWith(CONNECTION_EXCEPTION) || state.startsWith(OPERATOR_INTERVENTION);
        return state.equals(SERIALIZATION_FAILURE)
                || state.equals(DEADLOCK)
                || (broken && !(error instanceof SQLTransientConnectionException));
    }

    /** Classes 22, 23 and 42: data, integrity constraints, and rules of access. */
    @Override
    public boolean isRefusal(SQLException error) {
        String state = state(error);
        return state.startsWith("22") || state.startsWith("23") || state.startsWith("42");
    }

    static String readOnly() {
        return "the PostgreSQL database cannot be written; name the primary server and a user who may write";
    }

    private static String state(SQLException error) {
        Throwable cause = error.getCause();
        if (error.getSQLState() == null && cause instanceof SQLException inner) {
            return state(inner);
        }
        return Objects.requireNonNullElse(error.getSQLState(), "");
    }
}
