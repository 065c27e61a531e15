package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.UnlockRecords;
import java.time.Instant;
import java.util.Optional;

/** Table {@code remote_unlock}. */
final class UnlockTable implements UnlockRecords {

    private final Sql sql;

    UnlockTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Instant> last(CustomerId customer, int reader) {
        return sql.first(
                "SELECT at FROM remote_unlock WHERE customer_id = ? AND reader = ?",
                row -> row.instant("at"),
                customer.value(),
                reader);
    }

    @Override
    public void put(CustomerId customer, int reader, Instant at) {
        sql.changeOne(
                "INSERT INTO remote_unlock (customer_id, reader, at) VALUES (?, ?, ?)"
                        + " ON CONFLICT (customer_id, reader) DO UPDATE SET at = excluded.at",
                customer.value(),
                reader,
                at);
    }
}
