package io.lintel.benchmarks.store;

import io.lintel.sdk.model.CustomerId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.SplittableRandom;

/**
 * Credentials that exist already, put past the store because issuing two million takes too long: each with its device,
 * activation and command, under ids as random as issued ones have.
 */
final class Existing {

    private static final int ROWS_PER_COMMIT = 20_000;
    private static final long NOW = 1_800_000_000L;

    /** Begun anew where a filling begins, so that no two fillings draw the same ids. */
    private SplittableRandom random = new SplittableRandom(0);

    private final Connection connection;
    private final String customer;
    private final long person;

    Existing(Connection connection, CustomerId customer, long person) {
        this.connection = connection;
        this.customer = customer.value();
        this.person = person;
    }

    /** Adds credentials until the customer has so many; the numbers go on where they ended. */
    void fill(long count) throws SQLException {
        connection.setAutoCommit(false);
        long next = 1 + last();
        random = new SplittableRandom(next);
        while (next <= count) {
            long end = Math.min(count, next + ROWS_PER_COMMIT - 1);
            devices(next, end);
            credentials(next, end);
            activations(next, end);
            commands(next, end);
            for (String counter : new String[] {"DEVICE", "SERIAL", "ACTIVATION"}) {
                count(counter, end);
            }
            connection.commit();
            next = end + 1;
        }
        connection.setAutoCommit(true);
    }

    private long last() throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT COALESCE(MAX(value), 0) FROM counter WHERE customer_id = ?"
                        + " AND name IN ('DEVICE', 'SERIAL', 'ACTIVATION')")) {
            statement.setString(1, customer);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private void devices(long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO device (customer_id, number, person, name, status, created_at) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (long number = from; number <= to; number++) {
                add(statement, customer, number, person, "Phone", "ACTIVE", NOW);
            }
            statement.executeBatch();
        }
    }

    private void credentials(long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO credential (customer_id, serial, access_number, person, device, valid_from, reader_groups,"
                        + " technology, state, activation, activation_ends, issued_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (long number = from; number <= to; number++) {
                add(statement, customer, number, number, person, number, NOW, "1", "BLUE", "ACTIVE", number, NOW, NOW);
            }
            statement.executeBatch();
        }
    }

    private void activations(long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO activation (customer_id, number, serial, command_id, code_hash, created_at, expires_at, status)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")) {
            for (long number = from; number <= to; number++) {
                add(statement, customer, number, number, octets(16), octets(32), NOW, NOW, "OPEN");
            }
            statement.executeBatch();
        }
    }

    private void commands(long from, long to) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                "INSERT INTO command (customer_id, command_id, kind, digest, done_at) VALUES (?, ?, ?, ?, ?)")) {
            for (long number = from; number <= to; number++) {
                add(statement, customer, octets(16), "credential issue", octets(32), NOW);
            }
            statement.executeBatch();
        }
    }

    private void count(String counter, long value) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO counter (customer_id, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (customer_id, name) DO UPDATE SET value = excluded.value")) {
            add(statement, customer, counter, value);
            statement.executeBatch();
        }
    }

    private static void add(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        statement.addBatch();
    }

    private byte[] octets(int count) {
        byte[] octets = new byte[count];
        random.nextBytes(octets);
        return octets;
    }
}
