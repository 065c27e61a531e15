package io.lintel.store.sql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections in auto-commit mode, with the statements that each of them keeps. */
final class Pool implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pool.class);

    private final HikariDataSource connections;
    private final boolean keepsStatements;
    private final Map<Connection, Statements> statements = Collections.synchronizedMap(new WeakHashMap<>());

    /**
     * A pool.
     *
     * @param keepsStatements whether statements stay prepared here, because the driver prepares them anew each time; the
     *     connections must then live as long as the pool
     */
    Pool(HikariDataSource connections, boolean keepsStatements) {
        this.connections = connections;
        this.keepsStatements = keepsStatements;
    }

    Connection take() throws SQLException {
        return connections.getConnection();
    }

    Statements statements(Connection connection) throws SQLException {
        if (!keepsStatements) {
            return Statements.unkept(connection);
        }
        // The pool closes what was prepared through its own face of the connection.
        return statements.computeIfAbsent(connection.unwrap(Connection.class), Statements::kept);
    }

    /** A connection whose transaction does not end is closed, which ends it. */
    void rollBack(Connection connection) {
        try {
            Sql.execute(connection, "ROLLBACK");
        } catch (SQLException e) {
            LOG.debug("a transaction was over before it was rolled back", e);
            evict(connection);
        }
    }

    /** What the transaction did is decided by now: a connection that does not come back changes nothing about it. */
    void giveBack(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.warn("a connection failed after its transaction had ended; the pool replaces it", e);
        }
    }

    private void evict(Connection connection) {
        try {
            if (keepsStatements && !connection.isClosed()) {
                statements.remove(connection.unwrap(Connection.class));
            }
        } catch (SQLException e) {
            LOG.debug("a connection was closed before it was evicted", e);
        }
        connections.evictConnection(connection);
    }

    @Override
    public void close() {
        connections.close();
    }
}
