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
        return add(customer, counter, 1);
    }

    @Override
    public void skip(CustomerId customer, Counter counter, long numbers) {
        add(customer, counter, numbers);
    }

    private long add(CustomerId customer, Counter counter, long numbers) {
        Fact<Long> last = Fact.of(Long.class, "counter", customer, counter);
        long next = numbers
                + sql.find(
                                last,
                                "SELECT value FROM counter WHERE customer_id = ? AND name = ?",
                                row -> row.number("value"),
                                customer.value(),
                                counter)
                        .orElse(0L);
        sql.set(
                last,
                next,
                "INSERT INTO counter (customer_id, name, value) VALUES (?, ?, ?)"
                        + " ON CONFLICT (customer_id, name) DO UPDATE SET value = excluded.value",
                customer.value(),
                counter,
                next);
        return next;
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
