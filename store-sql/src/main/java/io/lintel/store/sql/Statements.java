package io.lintel.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Prepares the statements of one connection, and keeps the ones used last where preparing costs more than running. */
final class Statements {

    private static final int KEPT = 256;

    private final Connection connection;
    private final int limit;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(16, 0.75f, true);

    private Statements(Connection connection, int limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** Closes each after its use, as for a driver that keeps statements itself. */
    static Statements unkept(Connection connection) {
        return new Statements(connection, 0);
    }

    /** Keeps them with the connection. */
    static Statements kept(Connection connection) {
        return new Statements(connection, KEPT);
    }

    /** What is done with a statement. */
    interface Use<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    /** The statement is the caller's alone meanwhile: a query may run within another one's rows. */
    <T> T use(String sql, Use<T> use) throws SQLException {
        PreparedStatement found = kept.remove(sql);
        PreparedStatement statement = found == null ? connection.prepareStatement(sql) : found;
        boolean isSound = false;
        try {
            T result = use.with(statement);
            isSound = true;
            return result;
        } finally {
            if (isSound && limit > 0) {
                keep(sql, statement);
            } else {
                statement.close();
            }
        }
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        close(kept.put(sql, statement));
        if (kept.size() > limit) {
            close(kept.remove(kept.keySet().iterator().next()));
        }
    }

    private static void close(@Nullable PreparedStatement statement) throws SQLException {
        if (statement != null) {
            statement.close();
        }
    }
}
