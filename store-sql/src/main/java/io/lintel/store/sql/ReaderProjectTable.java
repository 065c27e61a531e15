package io.lintel.store.sql;

import io.lintel.protocol.output.WiegandFormat;
import io.lintel.protocol.output.WiegandOutput;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.DoorBehaviour.Buzzer;
import io.lintel.protocol.reader.DoorBehaviour.StatusLed;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ReaderProjectRecords;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Table {@code reader_project}: a row for what is registered, and one for what was published. */
final class ReaderProjectTable implements ReaderProjectRecords {

    private static final String COLUMNS = "led, buzzer, unlock_seconds, card_format, facility";

    private final Sql sql;

    ReaderProjectTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<DoorBehaviour> registered(CustomerId customer) {
        return find(customer, "REGISTERED");
    }

    @Override
    public Optional<DoorBehaviour> published(CustomerId customer) {
        return find(customer, "PUBLISHED");
    }

    @Override
    public void put(CustomerId customer, DoorBehaviour behaviour) {
        OptionalInt facility = behaviour.card().facility();
        sql.change("DELETE FROM reader_project WHERE customer_id = ? AND stage = 'REGISTERED'", customer.value());
        sql.changeOne(
                "INSERT INTO reader_project (customer_id, stage, publication, " + COLUMNS
                        + ") VALUES (?, 'REGISTERED', 'PENDING', ?, ?, ?, ?, ?)",
                customer.value(),
                behaviour.led(),
                behaviour.buzzer(),
                behaviour.unlockTime().toSeconds(),
                behaviour.card().format(),
                facility.isPresent() ? Optional.of(facility.getAsInt()) : Optional.empty());
    }

    /** How many edits wait for a publication: none or one. */
    static long pending(Sql sql, CustomerId customer) {
        return sql.first(
                        "SELECT count(*) AS n FROM reader_project WHERE customer_id = ? AND publication = 'PENDING'",
                        row -> row.number("n"),
                        customer.value())
                .orElseThrow();
    }

    /** Publishes what waits. */
    static void publish(Sql sql, CustomerId customer) {
        if (pending(sql, customer) == 0) {
            return;
        }
        sql.change("DELETE FROM reader_project WHERE customer_id = ? AND stage = 'PUBLISHED'", customer.value());
        sql.change(
                "INSERT INTO reader_project (customer_id, stage, publication, " + COLUMNS
                        + ") SELECT customer_id, 'PUBLISHED', 'SYNCED', " + COLUMNS
                        + " FROM reader_project WHERE customer_id = ? AND stage = 'REGISTERED'",
                customer.value());
        sql.change("UPDATE reader_project SET publication = 'SYNCED' WHERE customer_id = ?", customer.value());
    }

    private Optional<DoorBehaviour> find(CustomerId customer, String stage) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM reader_project WHERE customer_id = ? AND stage = ?",
                ReaderProjectTable::behaviour,
                customer.value(),
                stage);
    }

    private static DoorBehaviour behaviour(Row row) throws SQLException {
        Optional<Integer> facility = row.optionalInteger("facility");
        return new DoorBehaviour(
                row.constant(StatusLed.class, "led"),
                row.constant(Buzzer.class, "buzzer"),
                Duration.ofSeconds(row.number("unlock_seconds")),
                new WiegandOutput(
                        row.constant(WiegandFormat.class, "card_format"),
                        facility.isPresent() ? OptionalInt.of(facility.get()) : OptionalInt.empty()));
    }
}
