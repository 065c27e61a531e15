package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.store.TelephoneRecords;
import java.util.Optional;

/** Table {@code telephone}. */
final class TelephoneTable implements TelephoneRecords {

    private final Sql sql;

    TelephoneTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<PhoneNumber> find(CustomerId customer, long person) {
        return sql.first(
                "SELECT number FROM telephone WHERE customer_id = ? AND person = ?",
                row -> new PhoneNumber(row.text("number")),
                customer.value(),
                person);
    }

    @Override
    public void put(CustomerId customer, long person, Optional<PhoneNumber> telephone) {
        if (telephone.isEmpty()) {
            sql.change("DELETE FROM telephone WHERE customer_id = ? AND person = ?", customer.value(), person);
            return;
        }
        sql.changeOne(
                "INSERT INTO telephone (customer_id, person, number) VALUES (?, ?, ?)"
                        + " ON CONFLICT (customer_id, person) DO UPDATE SET number = excluded.number",
                customer.value(),
                person,
                telephone.get().value());
    }
}
