package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.Restoration;
import io.lintel.sdk.store.RestorationRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tables {@code restoration} and {@code reader_ahead}. */
final class RestorationTables implements RestorationRecords {

    private final Sql sql;

    RestorationTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Restoration restoration) {
        sql.changeOne(
                "INSERT INTO restoration (customer_id, known_epoch, lost_epoch, first_serial, last_serial, as_of,"
                        + " restored_at, reviewed_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                restoration.customer().value(),
                restoration.knownEpoch(),
                restoration.lostEpoch(),
                restoration.firstSerial(),
                restoration.lastSerial(),
                restoration.asOf(),
                restoration.at(),
                restoration.reviewed());
    }

    @Override
    public void update(Restoration restoration) {
        sql.changeOne(
                "UPDATE restoration SET reviewed_at = ? WHERE customer_id = ? AND lost_epoch = ?",
                restoration.reviewed(),
                restoration.customer().value(),
                restoration.lostEpoch());
    }

    @Override
    public List<Restoration> list(CustomerId customer) {
        return sql.list(
                "SELECT * FROM restoration WHERE customer_id = ? ORDER BY lost_epoch",
                RestorationTables::restoration,
                customer.value());
    }

    private static Restoration restoration(Row row) throws SQLException {
        return new Restoration(
                new CustomerId(row.text("customer_id")),
                row.number("known_epoch"),
                row.number("lost_epoch"),
                row.number("first_serial"),
                row.number("last_serial"),
                row.instant("as_of"),
                row.instant("restored_at"),
                row.optionalInstant("reviewed_at"));
    }

    @Override
    public void put(ReaderAhead ahead) {
        sql.changeOne(
                "INSERT INTO reader_ahead (customer_id, reader, list_epoch, noticed_at) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, reader) DO UPDATE SET list_epoch = excluded.list_epoch,"
                        + " noticed_at = excluded.noticed_at",
                ahead.customer().value(),
                ahead.reader(),
                ahead.listEpoch(),
                ahead.noticed());
    }

    @Override
    public Optional<ReaderAhead> ahead(CustomerId customer, int reader) {
        return sql.first(
                "SELECT * FROM reader_ahead WHERE customer_id = ? AND reader = ?",
                RestorationTables::ahead,
                customer.value(),
                reader);
    }

    @Override
    public List<ReaderAhead> ahead(CustomerId customer, long epoch) {
        return sql.list(
                "SELECT * FROM reader_ahead WHERE customer_id = ? AND list_epoch > ? ORDER BY reader",
                RestorationTables::ahead,
                customer.value(),
                epoch);
    }

    private static ReaderAhead ahead(Row row) throws SQLException {
        return new ReaderAhead(
                new CustomerId(row.text("customer_id")),
                row.integer("reader"),
                row.number("list_epoch"),
                row.instant("noticed_at"));
    }
}
