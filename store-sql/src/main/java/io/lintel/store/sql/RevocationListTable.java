package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.store.RevocationListRecords;
import java.util.Optional;

/** Table {@code revocation_list}. */
final class RevocationListTable implements RevocationListRecords {

    private final Sql sql;

    RevocationListTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(PublishedList list) {
        sql.changeOne(
                "INSERT INTO revocation_list (customer_id, epoch, issued_at, statement) VALUES (?, ?, ?, ?)",
                list.customer().value(),
                list.epoch(),
                list.issued(),
                list.statement());
    }

    @Override
    public Optional<PublishedList> newest(CustomerId customer) {
        return sql.first(
                "SELECT epoch, issued_at, statement FROM revocation_list WHERE customer_id = ?"
                        + " ORDER BY epoch DESC LIMIT 1",
                row -> new PublishedList(
                        customer, row.number("epoch"), row.instant("issued_at"), row.octets("statement")),
                customer.value());
    }
}
