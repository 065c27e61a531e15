package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Sha256;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.site.ListScope;
import io.lintel.sdk.store.RevocationListRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Tables {@code revocation_list} and {@code group_list}. Lists whose octets were dropped have none. */
final class RevocationListTable implements RevocationListRecords {

    private static final String LIST = "SELECT epoch, " + RevocationList.ALL_GROUPS
            + " AS reader_group, issued_at, base_serial, statement, head FROM revocation_list";
    private static final String GROUP_LIST =
            "SELECT g.epoch, g.reader_group, l.issued_at, l.base_serial, g.statement, g.head FROM group_list g"
                    + " JOIN revocation_list l ON l.customer_id = g.customer_id AND l.epoch = g.epoch";
    private static final String MARK = "SELECT epoch, hash, statement, expires_at FROM revocation_list";

    /** In column {@code hash} of lists that nobody knows: the hash of none. */
    private static final Bytes NO_HASH = Bytes.copyOf(new byte[32]);

    private final Sql sql;

    RevocationListTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public ListScope scope(CustomerId customer) {
        return sql.first(
                        "SELECT list_scope FROM site WHERE customer_id = ?",
                        row -> ListScope.valueOf(row.text("list_scope")),
                        customer.value())
                .orElse(ListScope.SITE);
    }

    @Override
    public void choose(CustomerId customer, ListScope scope) {
        sql.changeOne("UPDATE site SET list_scope = ? WHERE customer_id = ?", scope, customer.value());
    }

    @Override
    public void add(PublishedList list, ListMark mark) {
        if (list.group() != RevocationList.ALL_GROUPS) {
            sql.changeOne(
                    "INSERT INTO group_list (customer_id, reader_group, epoch, statement, head, hash)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    list.customer().value(),
                    list.group(),
                    list.epoch(),
                    list.statement(),
                    list.head(),
                    mark.hash());
            return;
        }
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
    public void addLost(PublishedList newest, long epoch, Instant at, Instant expires) {
        sql.changeOne(
                "INSERT INTO revocation_list (customer_id, epoch, issued_at, base_serial, statement, hash, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                newest.customer().value(),
                epoch,
                at,
                newest.baseSerial(),
                Bytes.EMPTY,
                NO_HASH,
                expires);
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
    public Optional<PublishedList> find(CustomerId customer, long epoch, int group) {
        return sql.first(
                        GROUP_LIST + " WHERE g.customer_id = ? AND g.epoch = ? AND g.reader_group = ?",
                        row -> list(customer, row),
                        customer.value(),
                        epoch,
                        group)
                .filter(list -> !list.statement().isEmpty());
    }

    @Override
    public Optional<PublishedList> find(CustomerId customer, Bytes hash) {
        return sql.first(
                        LIST + " WHERE customer_id = ? AND hash = ?",
                        row -> list(customer, row),
                        customer.value(),
                        hash)
                .or(() -> sql.first(
                        GROUP_LIST + " WHERE g.customer_id = ? AND g.hash = ?",
                        row -> list(customer, row),
                        customer.value(),
                        hash))
                .filter(list -> !list.statement().isEmpty());
    }

    @Override
    public OptionalInt groupOf(CustomerId customer, long epoch, Bytes hash) {
        return sql.first(
                        "SELECT reader_group FROM group_list WHERE customer_id = ? AND epoch = ? AND hash = ?",
                        row -> OptionalInt.of(row.integer("reader_group")),
                        customer.value(),
                        epoch,
                        hash)
                .orElse(OptionalInt.empty());
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
        sql.change(
                "UPDATE group_list SET statement = ?, head = NULL"
                        + " WHERE customer_id = ? AND epoch < ? AND head IS NOT NULL",
                Bytes.EMPTY,
                customer.value(),
                epoch);
    }

    @Override
    public void forgetGroupLists(CustomerId customer, Instant expired) {
        // A later list never expires before an earlier one.
        sql.change(
                "DELETE FROM group_list WHERE customer_id = ? AND epoch <="
                        + " (SELECT MAX(epoch) FROM revocation_list WHERE customer_id = ? AND expires_at <= ?)",
                customer.value(),
                customer.value(),
                expired);
    }

    private static PublishedList list(CustomerId customer, Row row) throws SQLException {
        return new PublishedList(
                customer,
                row.number("epoch"),
                row.integer("reader_group"),
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
