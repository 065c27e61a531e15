package io.lintel.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Units of work as transactions: writing ones from one pool of connections, reading ones from another. */
final class SqlStore implements ManagerStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

    private final HikariDataSource writers;
    private final HikariDataSource readers;
    private final Failures failures;

    SqlStore(HikariDataSource writers, HikariDataSource readers, Failures failures) {
        this.writers = writers;
        this.readers = readers;
        this.failures = failures;
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        try (Connection connection = writers.getConnection()) {
            T result = run(connection, work);
            commit(connection);
            return result;
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> queries) {
        try (Connection connection = readers.getConnection()) {
            try {
                return run(connection, queries);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    @Override
    public void close() {
        readers.close();
        writers.close();
    }

    /** Runs the work; whatever it throws rolls back. */
    private <T> T run(Connection connection, Function<UnitOfWork, T> work) {
        boolean done = false;
        try {
            T result = work.apply(new SqlUnit(new Sql(connection)));
            done = true;
            return result;
        } catch (SqlFailure e) {
            throw failures.nothingDone(e.error());
        } finally {
            if (!done) {
                rollBack(connection);
            }
        }
    }

    private void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            rollBack(connection);
            throw failures.atCommit(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The first failure is the one to tell; the pool drops a connection that cannot roll back.
            LOG.warn("a transaction could not be rolled back: {}", e.getMessage());
        }
    }

    /** Gives a database's error its code. */
    interface Failures {

        /** The error of a transaction that did not commit. */
        ManagerException nothingDone(SQLException error);

        /** The error of a commit. */
        ManagerException atCommit(SQLException error);
    }
}
