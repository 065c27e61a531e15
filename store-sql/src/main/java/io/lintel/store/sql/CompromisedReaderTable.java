package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.store.CompromisedReaderRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Table {@code compromised_reader}. */
final class CompromisedReaderTable implements CompromisedReaderRecords {

    private final Sql sql;

    CompromisedReaderTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(CompromisedReader reader) {
        sql.changeOne(
                "INSERT INTO compromised_reader (customer_id, number, key_fingerprint, certificate_ends, key_epoch,"
                        + " list_epoch, reported_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
                reader.customer().value(),
                reader.reader(),
                reader.keyFingerprint(),
                reader.certificateEnds(),
                reader.keyEpoch(),
                reader.listEpoch(),
                reader.reported());
    }

    @Override
    public Optional<CompromisedReader> find(CustomerId customer, int reader) {
        return sql.first(
                "SELECT * FROM compromised_reader WHERE customer_id = ? AND number = ?",
                CompromisedReaderTable::compromised,
                customer.value(),
                reader);
    }

    @Override
    public boolean hasKey(CustomerId customer, Bytes keyFingerprint) {
        return sql.first(
                        "SELECT number FROM compromised_reader WHERE customer_id = ? AND key_fingerprint = ?",
                        row -> row.number("number"),
                        customer.value(),
                        keyFingerprint)
                .isPresent();
    }

    @Override
    public List<CompromisedReader> list(CustomerId customer) {
        return sql.list(
                "SELECT * FROM compromised_reader WHERE customer_id = ? ORDER BY number",
                CompromisedReaderTable::compromised,
                customer.value());
    }

    private static CompromisedReader compromised(Row row) throws SQLException {
        return new CompromisedReader(
                new CustomerId(row.text("customer_id")),
                row.integer("number"),
                row.octets("key_fingerprint"),
                row.instant("certificate_ends"),
                row.integer("key_epoch"),
                row.number("list_epoch"),
                row.instant("reported_at"));
    }
}
