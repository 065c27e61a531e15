package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.store.ReaderRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code reader}. */
final class ReaderTable implements ReaderRecords {

    private final Sql sql;

    ReaderTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(EnrolledReader reader) {
        sql.changeOne(
                "INSERT INTO reader (customer_id, number, name, reader_groups, technology, dh_key, signing_key,"
                        + " certificate, enrolled_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                reader.customer().value(),
                reader.number(),
                reader.name(),
                Row.join(reader.groups()),
                reader.technology(),
                reader.dhKey(),
                reader.signingKey(),
                reader.certificate(),
                reader.enrolled());
    }

    @Override
    public void update(EnrolledReader reader) {
        sql.changeOne(
                "UPDATE reader SET name = ?, reader_groups = ?, technology = ?, certificate = ?"
                        + " WHERE customer_id = ? AND number = ?",
                reader.name(),
                Row.join(reader.groups()),
                reader.technology(),
                reader.certificate(),
                reader.customer().value(),
                reader.number());
    }

    @Override
    public void remove(CustomerId customer, int number, Instant at) {
        sql.change(
                "UPDATE reader SET removed_at = ? WHERE customer_id = ? AND number = ?", at, customer.value(), number);
    }

    @Override
    public Optional<EnrolledReader> find(CustomerId customer, int number) {
        return sql.first(
                "SELECT * FROM reader WHERE customer_id = ? AND number = ? AND removed_at IS NULL",
                ReaderTable::reader,
                customer.value(),
                number);
    }

    @Override
    public Optional<EnrolledReader> findEver(CustomerId customer, int number) {
        return sql.first(
                "SELECT * FROM reader WHERE customer_id = ? AND number = ?",
                ReaderTable::reader,
                customer.value(),
                number);
    }

    @Override
    public boolean keyTaken(CustomerId customer, Bytes dhKey, Bytes signingKey) {
        return sql.first(
                        "SELECT number FROM reader WHERE customer_id = ? AND (dh_key = ? OR signing_key = ?) LIMIT 1",
                        row -> row.number("number"),
                        customer.value(),
                        dhKey,
                        signingKey)
                .isPresent();
    }

    @Override
    public List<EnrolledReader> list(CustomerId customer, int after, int limit) {
        return sql.list(
                "SELECT * FROM reader WHERE customer_id = ? AND number > ? AND removed_at IS NULL"
                        + " ORDER BY number LIMIT ?",
                ReaderTable::reader,
                customer.value(),
                after,
                limit);
    }

    private static EnrolledReader reader(Row row) throws SQLException {
        return new EnrolledReader(
                new CustomerId(row.text("customer_id")),
                row.integer("number"),
                row.text("name"),
                row.numbers("reader_groups"),
                row.constant(Technology.class, "technology"),
                row.octets("dh_key"),
                row.octets("signing_key"),
                row.octets("certificate"),
                row.instant("enrolled_at"));
    }
}
