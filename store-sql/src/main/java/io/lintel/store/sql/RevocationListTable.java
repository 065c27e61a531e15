package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.store.RevocationListRecords;
import java.sql.SQLException;
import java.util.Optional;

/** Table {@code revocation_list}. Lists whose octets were dropped have none. */
final class RevocationListTable implements RevocationListRecords {

    private static final String LIST = "SELECT epoch, issued_at, base_serial, statement, head FROM revocation_list";
    private static final String MARK = "SELECT epoch, hash, statement, expires_at FROM revocation_list";

    private final Sql sql;

    RevocationListTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(PublishedList list, ListMark mark) {
        sql.changeOne(
                "INSERT INTO revocation_list (customer_id, epoch, issued_at, base_serial, statement, head, hash, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                list.customer().value(),
                list.epoch(),
                list.issued(),
                list.baseSerial(),
                list.statement(),
                list.head(),
                mark.hash(),
                mark.expires());
    }

    @Override
    public Optional<PublishedList> newest(CustomerId customer) {
        return sql.first(
                LIST + " WHERE customer_id = ? ORDER BY epoch DESC LIMIT 1",
                row -> list(customer, row),
                customer.value());
    }

    @Override
    public Optional<PublishedList> find(CustomerId customer, long epoch) {
        return sql.first(
                        LIST + " WHERE customer_id = ? AND epoch = ?",
                        row -> list(customer, row),
                        customer.value(),
                        epoch)
                .filter(list -> !list.statement().isEmpty());
    }

    @Override
    public Optional<PublishedList> find(CustomerId customer, Bytes hash) {
        return sql.first(
                        LIST + " WHERE customer_id = ? AND hash = ?",
                        row -> list(customer, row),
                        customer.value(),
                        hash)
                .filter(list -> !list.statement().isEmpty());
    }

    @Override
    public Optional<ListMark> mark(CustomerId customer, long epoch) {
        return sql.first(
                MARK + " WHERE customer_id = ? AND epoch = ?", RevocationListTable::mark, customer.value(), epoch);
    }

    @Override
    public Optional<ListMark> markBefore(CustomerId customer, long epoch) {
        return sql.first(
                MARK + " WHERE customer_id = ? AND epoch < ? ORDER BY epoch DESC LIMIT 1",
                RevocationListTable::mark,
                customer.value(),
                epoch);
    }

    @Override
    public void dropOctetsBefore(CustomerId customer, long epoch) {
        // Those of early versions have no hash beside them, so they stay.
        sql.change(
                "UPDATE revocation_list SET statement = ?, head = NULL"
                        + " WHERE customer_id = ? AND epoch < ? AND head IS NOT NULL",
                Bytes.EMPTY,
                customer.value(),
                epoch);
    }

    private static PublishedList list(CustomerId customer, Row row) throws SQLException {
        return new PublishedList(
                customer,
                row.number("epoch"),
                row.instant("issued_at"),
                row.number("base_serial"),
                row.octets("statement"),
                row.optionalOctets("head"));
    }

    private static ListMark mark(Row row) throws SQLException {
        Optional<Bytes> hash = row.optionalOctets("hash");
        return new ListMark(
                row.number("epoch"),
                hash.isPresent() ? hash.get() : Sha256.digest(row.octets("statement")),
                row.optionalInstant("expires_at"));
    }
}
