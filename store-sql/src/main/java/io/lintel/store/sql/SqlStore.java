package io.lintel.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Units of work as transactions: writing ones from one pool of connections, reading ones from another.
 *
 * <p>Transactions are begun and ended by statements, not by JDBC's commit: SQLite's driver would begin the next one at once,
 * and a connection that waits in the pool would keep the write lock from every other process.
 */
final class SqlStore implements ManagerStore {

    private static final Logger LOG = LoggerFactory.getLogger(SqlStore.class);

    private final Pool writers;
    private final Pool readers;
    private final Failures failures;

    SqlStore(Pool writers, Pool readers, Failures failures) {
        this.writers = writers;
        this.readers = readers;
        this.failures = failures;
    }

    /**
     * Connections for one sort of transaction.
     *
     * @param connections in auto-commit mode
     * @param begin the statement that begins such a transaction
     */
    record Pool(HikariDataSource connections, String begin) {}

    /** Gives a database's error its code. */
    interface Failures {

        /** The error of a transaction that did not commit. */
        ManagerException nothingDone(SQLException error);

        /** The error of a commit. */
        ManagerException atCommit(SQLException error);

        /** Whether the database undid a transaction because of another one: the same again may succeed. */
        boolean isCollision(SQLException error);
    }

    @Override
    public <T> T write(Function<UnitOfWork, T> work) {
        return transaction(writers, work, connection -> {
            try {
                execute(connection, "COMMIT");
            } catch (SQLException e) {
                throw failures.atCommit(e);
            }
        });
    }

    @Override
    public <T> T read(Function<UnitOfWork, T> queries) {
        return transaction(readers, queries, connection -> {
            try {
                execute(connection, "ROLLBACK");
            } catch (SQLException e) {
                throw failures.nothingDone(e);
            }
        });
    }

    @Override
    public void close() {
        readers.connections().close();
        writers.connections().close();
    }

    private <T> T transaction(Pool pool, Function<UnitOfWork, T> work, Consumer<Connection> end) {
        try {
            Connection connection = pool.connections().getConnection();
            try {
                return transaction(pool, connection, work, end);
            } finally {
                giveBack(connection);
            }
        } catch (SqlFailure e) {
            throw failures.nothingDone(e.error());
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    private static <T> T transaction(
            Pool pool, Connection connection, Function<UnitOfWork, T> work, Consumer<Connection> end)
            throws SQLException {
        execute(connection, pool.begin());
        boolean ended = false;
        try {
            T result = work.apply(new SqlUnit(new Sql(connection)));
            end.accept(connection);
            ended = true;
            return result;
        } finally {
            if (!ended) {
                rollBack(pool, connection);
            }
        }
    }

    /** What the transaction did is decided by now: a connection that does not come back changes nothing about it. */
    private static void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a connection failed after its transaction had ended; the pool replaces it", e);
        }
    }

    /** A connection whose transaction does not end is closed, which ends it. */
    private static void rollBack(Pool pool, Connection connection) {
        try {
            execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("a transaction was over before it was rolled back", e);
            pool.connections().evictConnection(connection);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
