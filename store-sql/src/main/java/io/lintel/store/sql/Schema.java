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

/** The versions of the tables, from one text for all databases. */
final class Schema {

    /** The number of the newest file in {@code lintel-migrations}. */
    static final int VERSION = 19;

    /** The table of the versions: a database that has it is, or is becoming, Lintel's. */
    static final String HISTORY = "schema_version";

    /** What the files leave open for SQLite. */
    static final Map<String, String> SQLITE = Map.of("octets", "BLOB", "clustered", "WITHOUT ROWID");

    /** What the files leave open for PostgreSQL. */
    static final Map<String, String> POSTGRES = Map.of("octets", "BYTEA", "clustered", "");

    private static final String LOCATION = "classpath:lintel-migrations";

    private Schema() {}

    /** Makes all tables in an empty database. */
    static void create(DataSource connections, Map<String, String> dialect) {
        try {
            migrate(connections, dialect);
        } catch (FlywayException e) {
            throw StoreFailure.unusable(ErrorCode.STORE_FAILED, "the new database could not be filled", e);
        }
    }

    /** Brings the tables up to {@link #VERSION}. */
    static void upgrade(DataSource connections, Map<String, String> dialect, SqlStore.Failures failures) {
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
                migrate(connections, dialect);
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
                        "SELECT MAX(CAST(version AS INTEGER)) AS newest FROM " + HISTORY + " WHERE success")) {
            rows.next();
            return rows.getInt("newest");
        }
    }

    private static void migrate(DataSource connections, Map<String, String> dialect) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(connections)
                .locations(LOCATION)
                .placeholders(dialect)
                .table(HISTORY)
                .cleanDisabled(true)
                .load()
                .migrate();
    }
}
