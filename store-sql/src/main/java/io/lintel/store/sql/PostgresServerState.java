package io.lintel.store.sql;

import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException.StoreFailure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/** What is asked of a PostgreSQL server and database before it is used as a store. */
final class PostgresServerState {

    private PostgresServerState() {}

    /** Refuses a server that may lose what it confirmed, or that keeps other characters than it was given. */
    static void require(DataSource connections, PostgresFailures failures) {
        try (Connection connection = connections.getConnection()) {
            for (String setting : List.of("fsync", "full_page_writes", "synchronous_commit")) {
                requireOn(setting, show(connection, setting));
            }
            String encoding = show(connection, "server_encoding");
            if (!encoding.equals("UTF8")) {
                throw StoreFailure.unusable(
                        ErrorCode.STORE_FAILED,
                        "the PostgreSQL database keeps text as " + encoding
                                + " and would lose characters of names; create it with encoding UTF8",
                        null);
            }
            if (show(connection, "transaction_read_only").equals("on")) {
                throw StoreFailure.unusable(ErrorCode.STORE_READ_ONLY, PostgresFailures.readOnly(), null);
            }
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    static void requireOn(String setting, String value) {
        if (value.equals("off")) {
            throw StoreFailure.unusable(
                    ErrorCode.STORE_NOT_DURABLE,
                    "the PostgreSQL server cannot promise that what it confirms survives a crash: " + setting
                            + " is off; turn it on for the server, the database and the user",
                    null);
        }
    }

    /** Whether the database holds nothing yet. One that holds something else than Lintel's tables is refused. */
    static boolean isEmpty(DataSource connections, PostgresFailures failures) {
        try (Connection connection = connections.getConnection()) {
            String found = ask(
                    connection,
                    "SELECT CASE WHEN EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema ="
                            + " current_schema() AND table_name = '" + Schema.HISTORY + "') THEN 'lintel'"
                            + " WHEN EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema ="
                            + " current_schema()) THEN 'other' ELSE 'empty' END");
            if (found.equals("other")) {
                throw StoreFailure.unusable(
                        ErrorCode.STORE_NOT_LINTEL,
                        "the PostgreSQL database holds tables of something else; name or create an empty database",
                        null);
            }
            return found.equals("empty");
        } catch (SQLException e) {
            throw failures.nothingDone(e);
        }
    }

    private static String show(Connection connection, String setting) throws SQLException {
        return ask(connection, "SHOW " + setting);
    }

    private static String ask(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
