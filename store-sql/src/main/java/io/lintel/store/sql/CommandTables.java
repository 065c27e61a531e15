package io.lintel.store.sql;

import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.CommandLog;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tables {@code command} and {@code command_fact}. */
final class CommandTables implements CommandLog {

    private final Sql sql;

    CommandTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Done command) {
        sql.changeOne(
                "INSERT INTO command (customer_id, command_id, kind, digest, done_at) VALUES (?, ?, ?, ?, ?)",
                command.customer().value(),
                command.id().value(),
                command.kind(),
                command.digest(),
                command.at());
        sql.made(fact(command.customer(), command.id()), command);
        command.facts()
                .forEach((name, value) -> sql.changeOne(
                        "INSERT INTO command_fact (customer_id, command_id, name, value) VALUES (?, ?, ?, ?)",
                        command.customer().value(),
                        command.id().value(),
                        name,
                        value));
    }

    @Override
    public Optional<Done> find(CustomerId customer, CommandId id) {
        return sql.find(
                fact(customer, id),
                "SELECT kind, digest, done_at FROM command WHERE customer_id = ? AND command_id = ?",
                row -> new Done(
                        customer,
                        id,
                        row.text("kind"),
                        row.octets("digest"),
                        facts(customer, id),
                        row.instant("done_at")),
                customer.value(),
                id.value());
    }

    private static Fact<Done> fact(CustomerId customer, CommandId id) {
        return Fact.of(Done.class, "command", customer, id);
    }

    private Map<String, String> facts(CustomerId customer, CommandId id) {
        return sql
                .list(
                        "SELECT name, value FROM command_fact WHERE customer_id = ? AND command_id = ?",
                        row -> Map.entry(row.text("name"), row.text("value")),
                        customer.value(),
                        id.value())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
