package io.lintel.store.sql;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.testing.postgres.PostgresAddress;
import io.lintel.testing.postgres.PostgresServer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database on the test run's PostgreSQL server. */
final class PostgresTestDatabase implements TestDatabase {

    /** Filled once, then copied, which is quicker than to make the tables anew. */
    private static @Nullable PostgresAddress template;

    private final PostgresAddress address;

    private PostgresTestDatabase(PostgresAddress address) {
        this.address = address;
    }

    static PostgresTestDatabase fresh() {
        return new PostgresTestDatabase(PostgresServer.shared().copyOf(template()));
    }

    /** One without any table. */
    static PostgresTestDatabase empty() {
        return new PostgresTestDatabase(PostgresServer.shared().createDatabase());
    }

    private static synchronized PostgresAddress template() {
        PostgresAddress filled = template;
        if (filled == null) {
            filled = PostgresServer.shared().createDatabase();
            open(filled).close();
            template = filled;
        }
        return filled;
    }

    PostgresAddress address() {
        return address;
    }

    @Override
    public ManagerStore open() {
        return open(address);
    }

    static ManagerStore open(PostgresAddress address) {
        try (SecretBytes password = SecretBytes.copyOf(address.password().getBytes(StandardCharsets.UTF_8))) {
            return PostgresStore.open(address.url(), address.user(), password);
        }
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    @Override
    public String octets() throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet rows =
                    statement.executeQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                    append(rows, all);
                }
            }
        }
        return all.toString();
    }

    private static void append(ResultSet rows, StringBuilder all) throws SQLException {
        while (rows.next()) {
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                Object value = rows.getObject(column);
                all.append(
                        value instanceof byte[] octets
                                ? new String(octets, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value));
                all.append('\n');
            }
        }
    }

    @Override
    public String[] arguments() {
        return new String[] {address.url(), address.user(), address.password()};
    }

    @Override
    public TestDatabase copy() {
        return new PostgresTestDatabase(PostgresServer.shared().copyOf(address));
    }

    @Override
    public void drop() {
        PostgresServer.shared().drop(address);
    }
}
