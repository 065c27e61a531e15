package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;

/** Asks a connection what it guarantees, instead of trusting that asking for it was enough. */
final class SqliteDurability {

    private static final int SYNCHRONOUS_FULL = 2;

    private SqliteDurability() {}

    static void require(Path file, DataSource connections, SqliteFailures failures) {
        try (Connection connection = connections.getConnection()) {
            String journal = pragma(connection, "journal_mode").toLowerCase(Locale.ROOT);
            int synchronous = Integer.parseInt(pragma(connection, "synchronous"));
            boolean foreignKeys = pragma(connection, "foreign_keys").equals("1");
            if (!journal.equals("wal") || synchronous < SYNCHRONOUS_FULL || !foreignKeys) {
                throw StoreFailure.unusable(
                        ErrorCode.STORE_NOT_DURABLE,
                        "the database " + file + " cannot promise that what it confirms survives a crash (journal "
                                + journal + ", synchronous " + synchronous + ", foreign keys " + foreignKeys
                                + "); put it on a local file system",
                        null);
            }
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    private static String pragma(Connection connection, String name) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA " + name)) {
            return rows.getString(1);
        }
    }
}
