package io.lintel.store.sql;

import io.lintel.sdk.checkin.LastCheckIn;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.CheckInRecords;
import java.util.Optional;

/** Table {@code check_in}. */
final class CheckInTable implements CheckInRecords {

    private final Sql sql;

    CheckInTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<LastCheckIn> last(CustomerId customer, long serial) {
        return sql.first(
                "SELECT * FROM check_in WHERE customer_id = ? AND serial = ?",
                row -> new LastCheckIn(
                        customer,
                        serial,
                        row.integer("number"),
                        row.octets("request_id"),
                        row.instant("checked_in_at")),
                customer.value(),
                serial);
    }

    @Override
    public void put(LastCheckIn checkIn) {
        sql.changeOne(
                "INSERT INTO check_in (customer_id, serial, number, request_id, checked_in_at) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, serial) DO UPDATE SET number = excluded.number,"
                        + " request_id = excluded.request_id, checked_in_at = excluded.checked_in_at",
                checkIn.customer().value(),
                checkIn.serial(),
                checkIn.number(),
                checkIn.requestId(),
                checkIn.at());
    }
}
