package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.store.AttemptRecords;
import java.time.Instant;
import java.util.Optional;

/** Table {@code login_attempt}, which belongs to the operator: an attempt names no customer. */
final class AttemptTable implements AttemptRecords {

    private static final String PARTITION = CustomerId.OPERATOR.value();

    private final Sql sql;

    AttemptTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Optional<Attempts> find(Bytes subject) {
        return sql.first(
                "SELECT since, attempts FROM login_attempt WHERE customer_id = ? AND subject = ?",
                row -> new Attempts(row.instant("since"), row.integer("attempts")),
                PARTITION,
                subject.toHex());
    }

    @Override
    public void put(Bytes subject, Attempts attempts) {
        sql.changeOne(
                "INSERT INTO login_attempt (customer_id, subject, since, attempts) VALUES (?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, subject) DO UPDATE SET since = excluded.since,"
                        + " attempts = excluded.attempts",
                PARTITION,
                subject.toHex(),
                attempts.since(),
                attempts.count());
    }

    @Override
    public void forget(Bytes subject) {
        sql.change("DELETE FROM login_attempt WHERE customer_id = ? AND subject = ?", PARTITION, subject.toHex());
    }

    @Override
    public void forgetBefore(Instant instant) {
        sql.change("DELETE FROM login_attempt WHERE customer_id = ? AND since < ?", PARTITION, instant);
    }
}
