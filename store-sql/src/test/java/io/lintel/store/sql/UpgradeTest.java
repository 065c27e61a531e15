package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.sqlite.SQLiteDataSource;

/** A database of the first tables, with rows in them, becomes one of today's. */
class UpgradeTest {

    private static final String CUSTOMER = Rows.CUSTOMER.value();

    private static final CommandId COMMAND = CommandId.parse("00".repeat(16));

    @Test
    void sqliteFileOfTheFirstTablesIsBroughtUpToDate(@TempDir Path directory) throws SQLException {
        Path file = directory.resolve("old.db");
        DataSource connections = creating(file);
        migrate(connections, Schema.SQLITE);
        fill(connections, "x'%s'");
        execute(connections, "PRAGMA application_id = " + SqliteFile.APPLICATION_ID);

        try (ManagerStore store = SqliteStore.open(file)) {
            requireAll(store);
        }
    }

    @Test
    void whatWasPurgedBeforeItsReachWasWrittenDownIsAtItsWorst(@TempDir Path directory) throws SQLException {
        Path file = directory.resolve("old.db");
        DataSource connections = creating(file);
        migrate(connections, Schema.SQLITE);
        fill(connections, "x'%s'");
        migrate(connections, Schema.SQLITE, "12");
        execute(
                connections,
                "INSERT INTO revocation_list (customer_id, epoch, issued_at, statement) VALUES ('" + CUSTOMER
                        + "', 7, 1, x'01')",
                "INSERT INTO purged_serial VALUES ('" + CUSTOMER + "', 5)",
                "INSERT INTO purged_serial VALUES ('" + CUSTOMER + "', 6)");
        migrate(connections, Schema.SQLITE, "17");
        execute(
                connections,
                // What the manager of then made of them, and one that was never signed.
                "UPDATE revocation SET proof = 'RECEIPTS', proven_at = 9 WHERE serial = 5",
                "INSERT INTO purged_serial VALUES ('" + CUSTOMER + "', 8)",
                "INSERT INTO revocation VALUES ('" + CUSTOMER + "', 8, 8, 9, NULL, 'RECEIPTS', 9, '')",
                "PRAGMA application_id = " + SqliteFile.APPLICATION_ID);

        try (ManagerStore store = SqliteStore.open(file)) {
            store.read(unit -> {
                for (long serial : List.of(5L, 6L)) {
                    SignedReach reach =
                            unit.revocations().reach(Rows.CUSTOMER, serial).orElseThrow();
                    assertEquals(Optional.empty(), reach.leaseEnd());
                    assertEquals(Optional.empty(), reach.validUntil());
                    assertEquals(Set.of(1, 300), reach.among(Set.of(1, 300)));
                }
                assertEquals(
                        List.of(5L, 6L),
                        unit.revocations().unproven(Rows.CUSTOMER, 0, 10).stream()
                                .map(Revocation::serial)
                                .toList());
                assertEquals(Optional.empty(), unit.revocations().reach(Rows.CUSTOMER, 8));
                return true;
            });
        }
    }

    @Test
    void postgresDatabaseOfTheFirstTablesIsBroughtUpToDate() throws SQLException {
        PostgresTestDatabase database = PostgresTestDatabase.empty();
        try {
            PGSimpleDataSource connections = new PGSimpleDataSource();
            connections.setUrl(database.address().url());
            connections.setUser(database.address().user());
            connections.setPassword(database.address().password());
            migrate(connections, Schema.POSTGRES);
            fill(connections, "'\\x%s'");

            try (ManagerStore store = database.open()) {
                requireAll(store);
            }
        } finally {
            database.drop();
        }
    }

    private static DataSource creating(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        return source;
    }

    private static void migrate(DataSource connections, Map<String, String> dialect) {
        migrate(connections, dialect, "2");
    }

    private static void migrate(DataSource connections, Map<String, String> dialect, String version) {
        Flyway.configure(Schema.class.getClassLoader())
                .dataSource(connections)
                .locations("classpath:lintel-migrations")
                .placeholders(dialect)
                .table(Schema.HISTORY)
                .target(version)
                .load()
                .migrate();
    }

    private static void fill(DataSource connections, String octets) throws SQLException {
        String one = String.format(octets, "01");
        String project = String.format(octets, CUSTOMER);
        String hash = String.format(octets, "00".repeat(32));
        String id = String.format(octets, "00".repeat(16));
        String in = "'" + CUSTOMER + "', ";
        execute(
                connections,
                "INSERT INTO customer VALUES (" + in + "'" + DistributorId.OPERATOR + "', 'Town hall', 1)",
                "INSERT INTO site VALUES (" + in + project + ", 1, 'lintel', 1, '{}', 1, " + one + ", 1)",
                "INSERT INTO person VALUES (" + in + "1, 'Ada', 'Byron', 'Ada@example.org', 1)",
                "INSERT INTO device VALUES (" + in + "1, 1, 'Phone', 'ACTIVE', 1)",
                "INSERT INTO credential VALUES (" + in + "1, 7, 1, 1, 1, NULL, '1', 'NONE', 'ACTIVE', 1, 9, 1)",
                "INSERT INTO reader VALUES (" + in + "3, 'Gate', '1', 'NONE', " + one + ", " + one + ", " + one
                        + ", 1)",
                "INSERT INTO command VALUES (" + in + id + ", 'k', " + hash + ", 1)",
                "INSERT INTO command_fact VALUES (" + in + id + ", 'serial', '1')",
                "INSERT INTO command_fact VALUES (" + in + id + ", 'where', 'C:\\gate\nleft = right')",
                "INSERT INTO audit_event VALUES (" + in + "1, 1, 'host', 'SITE_CREATED', '1', " + id + ")",
                "INSERT INTO outbox_event VALUES (" + in + "1)",
                "INSERT INTO balance VALUES ('" + CUSTOMER + "', 'TRIAL', " + in + "5)");
    }

    private static void execute(DataSource connections, String... statements) throws SQLException {
        try (Connection connection = connections.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private static void requireAll(ManagerStore store) {
        store.read(unit -> {
            assertEquals(
                    "Town hall",
                    unit.customers().find(Rows.CUSTOMER).orElseThrow().name());
            assertEquals(
                    "Town hall", unit.organisations().settings(Rows.CUSTOMER).keyName());
            assertEquals(
                    "Ada", unit.people().find(Rows.CUSTOMER, 1).orElseThrow().givenName());
            assertEquals(
                    1,
                    unit.hostPeople()
                            .byEmail(Rows.CUSTOMER, List.of("ada@example.org"))
                            .size());
            assertEquals(
                    7, unit.credentials().find(Rows.CUSTOMER, 1).orElseThrow().accessNumber());
            assertEquals(
                    "Gate",
                    unit.registrations()
                            .find(Rows.CUSTOMER, 3)
                            .orElseThrow()
                            .details()
                            .name());
            Account trial = Account.trial(Rows.CUSTOMER);
            assertEquals(Map.of(trial, 5L), unit.ledger().balances(Set.of(trial)));
            assertEquals(
                    Map.of("serial", "1", "where", "C:\\gate\nleft = right"),
                    unit.commands().find(Rows.CUSTOMER, COMMAND).orElseThrow().facts());
            assertEquals(1, unit.journal().outbox(Rows.CUSTOMER, 0, 10).size());
            return true;
        });
    }
}
