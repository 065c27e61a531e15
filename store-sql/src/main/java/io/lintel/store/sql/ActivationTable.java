package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.ActivationRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Table {@code activation}. */
final class ActivationTable implements ActivationRecords {

    private enum Status {
        OPEN,
        VOIDED,
        CLICKED,
        REDEEMED
    }

    /** A status in columns: what it does not have is empty. */
    private record Columns(Status status, Optional<Instant> at, Optional<Bytes> requestId, Optional<Bytes> holderKey) {

        static Columns of(Activation.Status status) {
            if (status instanceof Activation.Redeemed redeemed) {
                return new Columns(
                        Status.REDEEMED,
                        Optional.of(redeemed.at()),
                        Optional.of(redeemed.requestId()),
                        Optional.of(redeemed.holderKey()));
            }
            if (status instanceof Activation.Voided voided) {
                return new Columns(Status.VOIDED, Optional.of(voided.at()), Optional.empty(), Optional.empty());
            }
            if (status instanceof Activation.Clicked clicked) {
                return new Columns(Status.CLICKED, Optional.of(clicked.at()), Optional.empty(), Optional.empty());
            }
            return new Columns(Status.OPEN, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private final Sql sql;

    ActivationTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Activation activation, Bytes codeHash) {
        Columns columns = Columns.of(activation.status());
        sql.changeOne(
                "INSERT INTO activation (customer_id, number, serial, command_id, code_hash, created_at, expires_at,"
                        + " status, status_at, request_id, holder_key) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                activation.customer().value(),
                activation.number(),
                activation.serial(),
                activation.command().value(),
                codeHash,
                activation.created(),
                activation.expires(),
                columns.status(),
                columns.at(),
                columns.requestId(),
                columns.holderKey());
        sql.made(fact(activation.customer(), activation.number()), activation);
    }

    @Override
    public void update(Activation activation) {
        Columns columns = Columns.of(activation.status());
        sql.changeOne(
                "UPDATE activation SET status = ?, status_at = ?, request_id = ?, holder_key = ?"
                        + " WHERE customer_id = ? AND number = ?",
                columns.status(),
                columns.at(),
                columns.requestId(),
                columns.holderKey(),
                activation.customer().value(),
                activation.number());
    }

    @Override
    public int voidOpen(CustomerId customer, Instant at) {
        return sql.change(
                "UPDATE activation SET status = ?, status_at = ? WHERE customer_id = ? AND status = ?",
                Status.VOIDED,
                at,
                customer.value(),
                Status.OPEN);
    }

    @Override
    public Optional<Activation> find(CustomerId customer, long number) {
        return sql.find(
                fact(customer, number),
                "SELECT * FROM activation WHERE customer_id = ? AND number = ?",
                ActivationTable::activation,
                customer.value(),
                number);
    }

    @Override
    public Optional<Activation> findByCodeHash(Bytes codeHash) {
        return sql.first("SELECT * FROM activation WHERE code_hash = ?", ActivationTable::activation, codeHash);
    }

    private static Fact<Activation> fact(CustomerId customer, long number) {
        return Fact.of(Activation.class, "activation", customer, number);
    }

    private static Activation activation(Row row) throws SQLException {
        return new Activation(
                new CustomerId(row.text("customer_id")),
                row.number("number"),
                row.number("serial"),
                new CommandId(row.octets("command_id")),
                row.instant("created_at"),
                row.instant("expires_at"),
                status(row));
    }

    private static Activation.Status status(Row row) throws SQLException {
        return switch (row.constant(Status.class, "status")) {
            case OPEN -> new Activation.Open();
            case CLICKED -> new Activation.Clicked(row.instant("status_at"));
            case VOIDED -> new Activation.Voided(row.instant("status_at"));
            case REDEEMED ->
                new Activation.Redeemed(row.octets("request_id"), row.octets("holder_key"), row.instant("status_at"));
        };
    }
}
