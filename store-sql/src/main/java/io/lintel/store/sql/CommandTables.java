package io.lintel.store.sql;

import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.CommandLog;
import java.sql.SQLException;
import java.util.Optional;

/** Table {@code command}. */
final class CommandTables implements CommandLog {

    private final Sql sql;
    private final Expected expected;

    CommandTables(Sql sql, Expected expected) {
        this.sql = sql;
        this.expected = expected;
    }

    @Override
    public void add(Done command) {
        sql.changeOne(
                "INSERT INTO command (customer_id, command_id, kind, digest, facts, done_at) VALUES (?, ?, ?, ?, ?, ?)",
                command.customer().value(),
                command.id().value(),
                command.kind(),
                command.digest(),
                FactsText.write(command.facts()),
                command.at());
        sql.made(fact(new Key(command.customer(), command.id())), command);
    }

    @Override
    public Optional<Done> find(CustomerId customer, CommandId id) {
        expected.askForCommands(sql);
        return sql.find(
                fact(new Key(customer, id)),
                "SELECT kind, digest, facts, done_at FROM command WHERE customer_id = ? AND command_id = ?",
                row -> new Done(
                        customer,
                        id,
                        row.text("kind"),
                        row.octets("digest"),
                        FactsText.read(row.text("facts")),
                        row.instant("done_at")),
                customer.value(),
                id.value());
    }

    /** What every command that is added tells. */
    static Fact<Done> fact(Key key) {
        return Fact.of(Done.class, "command", key);
    }

    static Key key(Row row) throws SQLException {
        return new Key(new CustomerId(row.text("customer_id")), new CommandId(row.octets("command_id")));
    }
}
