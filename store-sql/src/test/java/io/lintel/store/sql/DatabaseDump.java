package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Every row of every table, as text. */
final class DatabaseDump {

    private DatabaseDump() {}

    static String of(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return of(connection);
        }
    }

    static String of(Connection connection) throws SQLException {
        StringBuilder dump = new StringBuilder();
        try (Statement statement = connection.createStatement()) {
            for (String table : tables(connection.getMetaData())) {
                dump.append(table).append('\n');
                rows(statement, table).forEach(row -> dump.append(row).append('\n'));
            }
        }
        return dump.toString();
    }

    private static List<String> tables(DatabaseMetaData data) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet found = data.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (found.next()) {
                tables.add(found.getString("TABLE_NAME"));
            }
        }
        Collections.sort(tables);
        return tables;
    }

    private static List<String> rows(Statement statement, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet found = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                StringBuilder row = new StringBuilder();
                for (int column = 1; column <= columns; column++) {
                    Object value = found.getObject(column);
                    row.append(value instanceof byte[] octets ? Bytes.copyOf(octets) : value)
                            .append('|');
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }
}
