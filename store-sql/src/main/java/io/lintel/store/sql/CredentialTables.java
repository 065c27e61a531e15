package io.lintel.store.sql;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.RemovedBy;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.store.CredentialRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code credential} and {@code credential_statement}. */
final class CredentialTables implements CredentialRecords {

    private final Sql sql;

    CredentialTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(IssuedCredential credential) {
        IssuedCredential.Terms terms = credential.terms();
        Optional<Highest> before = sql.known(highest(credential.customer()));
        sql.changeOne(
                "INSERT INTO credential (customer_id, serial, access_number, person, device, valid_from, valid_until,"
                        + " reader_groups, technology, state, activation, activation_ends, issued_at, key_name)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                credential.customer().value(),
                credential.serial(),
                credential.accessNumber(),
                PeopleTables.known(credential.person()),
                credential.device(),
                terms.validFrom(),
                terms.validUntil(),
                Row.join(terms.groups()),
                terms.technology(),
                credential.state(),
                credential.activation(),
                credential.activationEnds(),
                credential.issued(),
                credential.keyName());
        sql.made(added(credential.customer()), true);
        before.ifPresent(highest -> sql.made(highest(credential.customer()), highest.with(credential.accessNumber())));
    }

    @Override
    public void update(IssuedCredential credential) {
        sql.changeOne(
                "UPDATE credential SET state = ?, activation = ?, activation_ends = ?, removed_by = ?, removed_at = ?"
                        + " WHERE customer_id = ? AND serial = ?",
                credential.state(),
                credential.activation(),
                credential.activationEnds(),
                credential.removal().map(IssuedCredential.Removal::by),
                credential.removal().map(IssuedCredential.Removal::at),
                credential.customer().value(),
                credential.serial());
    }

    @Override
    public Optional<IssuedCredential> find(CustomerId customer, long serial) {
        return sql.first(
                "SELECT * FROM credential WHERE customer_id = ? AND serial = ?",
                CredentialTables::credential,
                customer.value(),
                serial);
    }

    @Override
    public List<IssuedCredential> list(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM credential WHERE customer_id = ? AND serial > ? ORDER BY serial LIMIT ?",
                CredentialTables::credential,
                customer.value(),
                after,
                limit);
    }

    @Override
    public List<IssuedCredential> pendingRevocations(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM credential WHERE customer_id = ? AND state = ? AND serial > ? ORDER BY serial LIMIT ?",
                CredentialTables::credential,
                customer.value(),
                CredentialState.REVOKE_PENDING,
                after,
                limit);
    }

    @Override
    public long liveOfPerson(CustomerId customer, long person) {
        return ofPerson(customer, person).stream()
                .filter(credential -> credential.state().isLive())
                .count();
    }

    @Override
    public Optional<IssuedCredential> newestOfDevice(CustomerId customer, long device) {
        return sql.first(
                "SELECT * FROM credential WHERE customer_id = ? AND device = ? ORDER BY serial DESC LIMIT 1",
                CredentialTables::credential,
                customer.value(),
                device);
    }

    @Override
    public void purge(CustomerId customer, long serial) {
        sql.changeOne("INSERT INTO purged_serial (customer_id, serial) VALUES (?, ?)", customer.value(), serial);
        sql.change(
                "DELETE FROM notification WHERE customer_id = ? AND activation IN"
                        + " (SELECT number FROM activation WHERE customer_id = ? AND serial = ?)",
                customer.value(),
                customer.value(),
                serial);
        sql.change("DELETE FROM phone_keys WHERE customer_id = ? AND serial = ?", customer.value(), serial);
        sql.change("DELETE FROM check_in WHERE customer_id = ? AND serial = ?", customer.value(), serial);
        sql.change("DELETE FROM activation WHERE customer_id = ? AND serial = ?", customer.value(), serial);
        sql.change("DELETE FROM project_redemption WHERE customer_id = ? AND serial = ?", customer.value(), serial);
        sql.change("DELETE FROM credential_statement WHERE customer_id = ? AND serial = ?", customer.value(), serial);
        sql.changeOne("DELETE FROM credential WHERE customer_id = ? AND serial = ?", customer.value(), serial);
    }

    @Override
    public boolean accessNumberTaken(CustomerId customer, long accessNumber) {
        return sql.first(
                        "SELECT serial FROM credential WHERE customer_id = ? AND access_number = ?"
                                + " AND state NOT IN (?, ?, ?, ?) LIMIT 1",
                        row -> row.number("serial"),
                        customer.value(),
                        accessNumber,
                        CredentialState.REVOKE_PENDING,
                        CredentialState.REVOKED,
                        CredentialState.LOST,
                        CredentialState.DELETED)
                .isPresent();
    }

    @Override
    public long highestAccessNumber(CustomerId customer, long limit) {
        return sql.recall(highest(customer), () -> askForHighest(customer, limit))
                .filter(highest -> highest.limit() == limit)
                .or(() -> askForHighest(customer, limit))
                .map(Highest::number)
                .orElse(0L);
    }

    private Optional<Highest> askForHighest(CustomerId customer, long limit) {
        // Not MAX: for that PostgreSQL takes any index that begins with the customer, as long as it thinks the table
        // small.
        String query = "SELECT access_number FROM credential WHERE customer_id = ? AND access_number <= ?"
                + " ORDER BY access_number DESC LIMIT 1";
        Sql.RowReader<Highest> reader = row -> new Highest(limit, row.number("access_number"));
        boolean waits = sql.known(added(customer)).isPresent();
        return (waits
                        ? sql.list(query, reader, customer.value(), limit)
                        : sql.listSent(query, reader, customer.value(), limit))
                .stream().findFirst().or(() -> Optional.of(new Highest(limit, 0)));
    }

    /** Whether credentials of a customer were added, and may wait. */
    private static Fact<Boolean> added(CustomerId customer) {
        return Fact.of(Boolean.class, "credential", customer);
    }

    /** The highest access number that was given, up to a limit. */
    private record Highest(long limit, long number) {
        Highest with(long given) {
            return given <= limit ? new Highest(limit, Math.max(number, given)) : this;
        }
    }

    private static Fact<Highest> highest(CustomerId customer) {
        return Fact.of(Highest.class, "credential", customer);
    }

    @Override
    public List<IssuedCredential> ofPerson(CustomerId customer, long person) {
        return sql.list(
                "SELECT * FROM credential WHERE customer_id = ? AND person = ? ORDER BY serial",
                CredentialTables::credential,
                customer.value(),
                person);
    }

    @Override
    public Optional<Long> lowestUnusedAccessNumber(CustomerId customer, long limit) {
        return sql.first(
                "WITH given (number) AS (SELECT 0 UNION SELECT access_number FROM credential"
                        + " WHERE customer_id = ? AND access_number < ?)"
                        + " SELECT number + 1 AS lowest FROM given WHERE NOT EXISTS (SELECT 1 FROM credential"
                        + " WHERE customer_id = ? AND access_number = number + 1) ORDER BY number LIMIT 1",
                row -> row.number("lowest"),
                customer.value(),
                limit,
                customer.value());
    }

    @Override
    public List<Long> revokedSerials(CustomerId customer, long from) {
        return sql.list(
                "SELECT serial FROM credential WHERE customer_id = ? AND serial >= ? AND state IN (?, ?, ?, ?)"
                        + " UNION SELECT serial FROM purged_serial WHERE customer_id = ? AND serial >= ? ORDER BY serial",
                row -> row.number("serial"),
                customer.value(),
                from,
                CredentialState.REVOKE_PENDING,
                CredentialState.REVOKED,
                CredentialState.LOST,
                CredentialState.DELETED,
                customer.value(),
                from);
    }

    @Override
    public Optional<Long> lowestUsable(CustomerId customer, long from, Instant validAt) {
        return sql.first(
                "SELECT serial FROM credential WHERE customer_id = ? AND serial >= ? AND state NOT IN (?, ?, ?, ?)"
                        + " AND (valid_until IS NULL OR valid_until > ?) ORDER BY serial LIMIT 1",
                row -> row.number("serial"),
                customer.value(),
                from,
                CredentialState.REVOKE_PENDING,
                CredentialState.REVOKED,
                CredentialState.LOST,
                CredentialState.DELETED,
                validAt);
    }

    @Override
    public void addStatement(SignedCredential statement) {
        sql.changeOne(
                "INSERT INTO credential_statement (customer_id, serial, number, holder_key, lease_end, statement)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                statement.customer().value(),
                statement.serial(),
                statement.number(),
                statement.holderKey(),
                statement.leaseEnd(),
                statement.statement());
    }

    @Override
    public Optional<SignedCredential> newestStatement(CustomerId customer, long serial) {
        return sql.first(
                "SELECT * FROM credential_statement WHERE customer_id = ? AND serial = ? ORDER BY number DESC LIMIT 1",
                CredentialTables::statement,
                customer.value(),
                serial);
    }

    @Override
    public Optional<SignedCredential> statement(CustomerId customer, long serial, int number) {
        return sql.first(
                "SELECT * FROM credential_statement WHERE customer_id = ? AND serial = ? AND number = ?",
                CredentialTables::statement,
                customer.value(),
                serial,
                number);
    }

    @Override
    public void dropStatementsBefore(CustomerId customer, long serial, int number, Instant leaseEnd) {
        sql.change(
                "DELETE FROM credential_statement"
                        + " WHERE customer_id = ? AND serial = ? AND number < ? AND lease_end <= ?",
                customer.value(),
                serial,
                number,
                leaseEnd);
    }

    private static SignedCredential statement(Row row) throws SQLException {
        return new SignedCredential(
                new CustomerId(row.text("customer_id")),
                row.number("serial"),
                row.integer("number"),
                row.octets("holder_key"),
                row.instant("lease_end"),
                row.octets("statement"));
    }

    private static IssuedCredential credential(Row row) throws SQLException {
        IssuedCredential.Terms terms = new IssuedCredential.Terms(
                row.instant("valid_from"),
                row.optionalInstant("valid_until"),
                row.numbers("reader_groups"),
                row.constant(Technology.class, "technology"));
        return new IssuedCredential(
                new CustomerId(row.text("customer_id")),
                row.number("serial"),
                row.number("access_number"),
                row.optionalNumber("person").orElse(IssuedCredential.NOBODY),
                row.number("device"),
                terms,
                row.constant(CredentialState.class, "state"),
                row.number("activation"),
                row.instant("activation_ends"),
                row.instant("issued_at"),
                row.optionalText("key_name"),
                row.optionalInstant("removed_at").map(at -> removal(row, at)));
    }

    private static IssuedCredential.Removal removal(Row row, Instant at) {
        try {
            return new IssuedCredential.Removal(row.constant(RemovedBy.class, "removed_by"), at);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }
}
