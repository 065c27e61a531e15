package io.lintel.store.sql;

import io.lintel.sdk.model.Actor;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.store.Counters;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.Journal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Tables {@code audit_event} and {@code outbox_event}. */
final class JournalTables implements Journal {

    private final Sql sql;
    private final Counters counters;

    JournalTables(Sql sql, Counters counters) {
        this.sql = sql;
        this.counters = counters;
    }

    @Override
    public void append(Change change) {
        long number = counters.next(change.customer(), Counter.CHANGE);
        sql.changeOne(
                "INSERT INTO audit_event (customer_id, number, at, actor, workspace, kind, subject, command_id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                change.customer().value(),
                number,
                change.at(),
                change.actor().name(),
                change.actor().workspace().map(CustomerId::value),
                change.kind(),
                change.subject(),
                change.command().value());
        sql.changeOne(
                "INSERT INTO outbox_event (customer_id, number) VALUES (?, ?)",
                change.customer().value(),
                number);
    }

    @Override
    public List<RecordedChange> audit(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM audit_event WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                JournalTables::recorded,
                customer.value(),
                after,
                limit);
    }

    @Override
    public List<RecordedChange> audit(CustomerId customer, List<About> any, long after, int limit) {
        List<String> alternatives = new ArrayList<>();
        List<Object> parameters = new ArrayList<>(List.of(customer.value(), after));
        for (About about : any) {
            if (!about.subjects().isEmpty() && !about.kinds().isEmpty()) {
                alternatives.add(
                        "(kind IN (" + places(about.kinds()) + ") AND subject IN (" + places(about.subjects()) + "))");
                parameters.addAll(about.kinds());
                parameters.addAll(about.subjects());
            }
        }
        if (alternatives.isEmpty()) {
            return List.of();
        }
        parameters.add(limit);
        return sql.list(
                "SELECT * FROM audit_event WHERE customer_id = ? AND number > ? AND ("
                        + String.join(" OR ", alternatives) + ") ORDER BY number LIMIT ?",
                JournalTables::recorded,
                parameters.toArray());
    }

    private static String places(Set<?> values) {
        return String.join(", ", Collections.nCopies(values.size(), "?"));
    }

    @Override
    public List<RecordedChange> outbox(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT a.* FROM outbox_event o JOIN audit_event a"
                        + " ON a.customer_id = o.customer_id AND a.number = o.number"
                        + " WHERE o.customer_id = ? AND o.number > ?"
                        + " ORDER BY o.number LIMIT ?",
                JournalTables::recorded,
                customer.value(),
                after,
                limit);
    }

    @Override
    public long newest(CustomerId customer) {
        return sql.first(
                        "SELECT value FROM counter WHERE customer_id = ? AND name = ?",
                        row -> row.number("value"),
                        customer.value(),
                        Counter.CHANGE)
                .orElse(0L);
    }

    private static RecordedChange recorded(Row row) throws SQLException {
        return new RecordedChange(
                row.number("number"),
                new Change(
                        new CustomerId(row.text("customer_id")),
                        row.instant("at"),
                        new Actor(
                                row.text("actor"), row.optionalText("workspace").map(CustomerId::new)),
                        row.constant(Change.Kind.class, "kind"),
                        row.text("subject"),
                        new CommandId(row.octets("command_id"))));
    }
}
