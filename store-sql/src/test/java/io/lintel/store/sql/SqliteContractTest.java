package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteContractTest extends StoreContract {

    @Override
    ManagerStore open(Path directory) {
        return SqliteStore.create(directory.resolve("site.db"));
    }

    @Test
    void databaseItselfRefusesToChangeAuditRowsAndToOverdraw(@TempDir Path directory) throws SQLException {
        TestBench bench = new TestBench(directory);
        try (bench) {
            bench.credential(bench.site().site().customer());
        }
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + bench.file);
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "UPDATE audit_event SET actor = 'x'",
                    "DELETE FROM audit_event")) {
                assertThrows(SQLException.class, () -> statement.executeUpdate(sql), sql);
            }
            assertThrows(
                    SQLException.class,
                    () -> statement.executeUpdate("UPDATE balance SET credits = -1 WHERE kind = 'TRIAL'"));
        }
    }
}
