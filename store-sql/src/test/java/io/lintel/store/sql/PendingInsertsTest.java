package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The order in which rows that wait are sent, beside the tables that there are. */
class PendingInsertsTest {

    @TempDir
    Path directory;

    @Test
    void everyTableIsSentBehindThoseThatItsForeignKeysName() throws SQLException {
        TestDatabase database = Database.SQLITE.fresh(directory);
        database.open().close();
        try (Connection connection = database.connect()) {
            List<String> tables = tables(connection);
            assertTrue(tables.contains("credential"), tables::toString);
            for (String table : tables) {
                try (ResultSet keys = connection.getMetaData().getImportedKeys(null, null, table)) {
                    while (keys.next()) {
                        String parent = keys.getString("PKTABLE_NAME");
                        assertTrue(
                                PendingInserts.rank(parent) < PendingInserts.rank(table),
                                () -> "rows of " + table + " may be sent before those of " + parent);
                    }
                }
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows = connection.getMetaData().getTables(null, null, "%", new String[] {"TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }
}
