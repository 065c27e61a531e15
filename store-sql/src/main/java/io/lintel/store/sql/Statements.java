package io.lintel.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
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

    /** Runs a statement that sets or adds one row, once for each row. */
    void runAll(String sql, List<List<Object>> rows) throws SQLException {
        int[] counts =
                use(sql, statement -> limit > 0 || rows.size() == 1 ? each(statement, rows) : all(statement, rows));
        for (int count : counts) {
            if (count < 1 && count != Statement.SUCCESS_NO_INFO) {
                throw new IllegalStateException("a change of one row touched " + count);
            }
        }
    }

    /** A driver in the same process gains nothing from a batch, and tells less of what failed in it. */
    private static int[] each(PreparedStatement statement, List<List<Object>> rows) throws SQLException {
        int[] counts = new int[rows.size()];
        for (int i = 0; i < counts.length; i++) {
            Parameters.bind(statement, rows.get(i));
            counts[i] = statement.executeUpdate();
        }
        return counts;
    }

    private static int[] all(PreparedStatement statement, List<List<Object>> rows) throws SQLException {
        for (List<Object> row : rows) {
            Parameters.bind(statement, row);
            statement.addBatch();
        }
        return statement.executeBatch();
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
