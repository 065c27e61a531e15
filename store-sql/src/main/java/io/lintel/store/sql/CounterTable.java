package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.Counters;

/** Table {@code counter}. */
final class CounterTable implements Counters {

    private final Sql sql;

    CounterTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public long next(CustomerId customer, Counter counter) {
        return sql.first(
                        "INSERT INTO counter (customer_id, name, value) VALUES (?, ?, 1)"
                                + " ON CONFLICT (customer_id, name) DO UPDATE SET value = counter.value + 1"
                                + " RETURNING value",
                        row -> row.number("value"),
                        customer.value(),
                        counter)
                .orElseThrow();
    }

    @Override
    public long last(CustomerId customer, Counter counter) {
        return sql.first(
                        "SELECT value FROM counter WHERE customer_id = ? AND name = ?",
                        row -> row.number("value"),
                        customer.value(),
                        counter)
                .orElse(0L);
    }
}
