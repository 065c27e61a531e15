package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.DenialReason;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.access.AccessRecord.Holder;
import io.lintel.sdk.access.EventProgress;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.AccessRecords;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Tables {@code access_event} and {@code event_series}. */
final class AccessTables implements AccessRecords {

    private final Sql sql;

    AccessTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(AccessRecord access) {
        sql.changeOne(
                "INSERT INTO access_event (customer_id, number, reader, serial, person, occurred_at, received_at, denial,"
                        + " path, transport, cause) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                access.customer().value(),
                access.number(),
                access.reader(),
                access.holder().map(Holder::serial),
                access.holder().map(Holder::person),
                access.at(),
                access.received(),
                access.denial(),
                access.path(),
                access.transport(),
                access.trigger());
    }

    @Override
    public List<AccessRecord> ofPerson(CustomerId customer, long person, long after, int limit) {
        return sql.list(
                "SELECT * FROM access_event WHERE customer_id = ? AND person = ? AND number > ? ORDER BY number LIMIT ?",
                AccessTables::access,
                customer.value(),
                person,
                after,
                limit);
    }

    @Override
    public List<AccessRecord> ofCredential(CustomerId customer, long serial, long after, int limit) {
        return sql.list(
                "SELECT * FROM access_event WHERE customer_id = ? AND serial = ? AND number > ? ORDER BY number LIMIT ?",
                AccessTables::access,
                customer.value(),
                serial,
                after,
                limit);
    }

    @Override
    public List<AccessRecord> list(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM access_event WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                AccessTables::access,
                customer.value(),
                after,
                limit);
    }

    @Override
    public void purgeCredential(CustomerId customer, long serial) {
        sql.change("DELETE FROM access_event WHERE customer_id = ? AND serial = ?", customer.value(), serial);
    }

    @Override
    public void purgePerson(CustomerId customer, long person) {
        sql.change("DELETE FROM access_event WHERE customer_id = ? AND person = ?", customer.value(), person);
    }

    @Override
    public Optional<EventProgress> progress(CustomerId customer, Bytes readerKey, Bytes series) {
        return sql.first(
                "SELECT highest, lost FROM event_series WHERE customer_id = ? AND reader_key = ? AND series = ?",
                row -> new EventProgress(customer, readerKey, series, row.number("highest"), row.number("lost")),
                customer.value(),
                readerKey,
                series);
    }

    @Override
    public void put(EventProgress progress) {
        sql.changeOne(
                "INSERT INTO event_series (customer_id, reader_key, series, highest, lost) VALUES (?, ?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, reader_key, series) DO UPDATE SET highest = excluded.highest,"
                        + " lost = excluded.lost",
                progress.customer().value(),
                progress.readerKey(),
                progress.series(),
                progress.highest(),
                progress.lost());
    }

    private static AccessRecord access(Row row) throws SQLException {
        Optional<Long> serial = row.optionalNumber("serial");
        long person = row.optionalNumber("person").orElse(0L);
        return new AccessRecord(
                new CustomerId(row.text("customer_id")),
                row.number("number"),
                row.integer("reader"),
                serial.map(known -> new Holder(known, person)),
                row.instant("occurred_at"),
                row.instant("received_at"),
                row.optionalConstant(DenialReason.class, "denial"),
                row.constant(TapPath.class, "path"),
                row.constant(Transport.class, "transport"),
                row.constant(Trigger.class, "cause"));
    }
}
