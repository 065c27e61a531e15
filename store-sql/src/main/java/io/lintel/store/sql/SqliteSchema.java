package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The versions of the tables. */
final class SqliteSchema {

    /** The number of the newest file in {@code lintel-migrations/sqlite}. */
    static final int VERSION = 3;

    private static final String LOCATION = "classpath:lintel-migrations/sqlite";
    private static final String HISTORY = "schema_version";

    private SqliteSchema() {}

    /** Makes all tables in an empty file, and leaves the file complete in itself, without a log beside it. */
    static void create(DataSource connections) {
        try {
            migrate(connections);
            try (Connection connection = connections.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA application_id = " + SqliteFile.APPLICATION_ID);
                statement.execute("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        } catch (SQLException | FlywayException e) {
            throw StoreFailure.unusable(ErrorCode.STORE_FAILED, "the new database could not be filled", e);
        }
    }

    /** Brings the tables up to {@link #VERSION}. */
    static void upgrade(DataSource connections, SqliteFailures failures) {
        try {
            int version = version(connections);
            if (version > VERSION) {
                throw StoreFailure.unusable(
                        ErrorCode.STORE_TOO_NEW,
                        "this database was written by a newer Lintel (tables of version " + version
                                + ", this one knows " + VERSION + "); use that or a newer one",
                        null);
            }
            if (version < VERSION) {
                migrate(connections);
            }
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        } catch (FlywayException e) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_FAILED, "this database could not be brought up to this version of Lintel", e);
        }
    }

    private static int version(DataSource connections) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT MAX(CAST(version AS INTEGER)) FROM " + HISTORY + " WHERE success = 1")) {
            return rows.getInt(1);
        }
    }

    private static void migrate(DataSource connections) {
        Flyway.configure(SqliteSchema.class.getClassLoader())
                .dataSource(connections)
                .locations(LOCATION)
                .table(HISTORY)
                .cleanDisabled(true)
                .placeholders(Map.of("octets", "BLOB"))
                .load()
                .migrate();
    }
}
