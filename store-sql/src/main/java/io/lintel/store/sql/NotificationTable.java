package io.lintel.store.sql;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Channel;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.EmailAddress;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.notification.Recipient;
import io.lintel.sdk.profile.NotificationRules.Payload;
import io.lintel.sdk.store.NotificationRecords;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Table {@code notification}. */
final class NotificationTable implements NotificationRecords {

    private enum Status {
        WAITING,
        SENT,
        FAILED,
        OBSOLETE
    }

    /** A status in columns: what it does not have is empty. */
    private record Columns(
            Status status, int attempts, Optional<Instant> due, Optional<Instant> sent, Optional<Failure> failure) {

        static Columns of(Notification.Status status) {
            if (status instanceof Notification.Waiting waiting) {
                return new Columns(
                        Status.WAITING,
                        waiting.attempts(),
                        Optional.of(waiting.due()),
                        Optional.empty(),
                        waiting.lastFailure());
            }
            if (status instanceof Notification.Sent sent) {
                return new Columns(Status.SENT, 0, Optional.empty(), Optional.of(sent.at()), Optional.empty());
            }
            if (status instanceof Notification.Failed failed) {
                return new Columns(
                        Status.FAILED,
                        failed.attempts(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(failed.why()));
            }
            return new Columns(Status.OBSOLETE, 0, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }

    private final Sql sql;

    NotificationTable(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Notification notification) {
        Columns columns = Columns.of(notification.status());
        sql.changeOne(
                "INSERT INTO notification (customer_id, number, activation, channel, payload, recipient, created_at,"
                        + " status, attempts, due_at, sent_at, failure, claims)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                notification.id().customer().value(),
                notification.id().number(),
                notification.activation(),
                notification.channel(),
                notification.payload(),
                notification.recipient().map(Recipient::value),
                notification.created(),
                columns.status(),
                columns.attempts(),
                columns.due(),
                columns.sent(),
                columns.failure(),
                notification.claims());
    }

    @Override
    public void update(Notification notification) {
        Columns columns = Columns.of(notification.status());
        sql.changeOne(
                "UPDATE notification SET status = ?, attempts = ?, due_at = ?, sent_at = ?, failure = ?, claims = ?"
                        + " WHERE customer_id = ? AND number = ?",
                columns.status(),
                columns.attempts(),
                columns.due(),
                columns.sent(),
                columns.failure(),
                notification.claims(),
                notification.id().customer().value(),
                notification.id().number());
    }

    @Override
    public Optional<Notification> find(NotificationId id) {
        return sql.first(
                "SELECT * FROM notification WHERE customer_id = ? AND number = ?",
                NotificationTable::notification,
                id.customer().value(),
                id.number());
    }

    @Override
    public List<Notification> list(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM notification WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                NotificationTable::notification,
                customer.value(),
                after,
                limit);
    }

    @Override
    public List<Notification> failing(CustomerId customer, long after, int limit) {
        return sql.list(
                "SELECT * FROM notification WHERE customer_id = ? AND number > ? AND failure IS NOT NULL"
                        + " ORDER BY number LIMIT ?",
                NotificationTable::notification,
                customer.value(),
                after,
                limit);
    }

    @Override
    public List<Notification> due(Instant now, int limit) {
        return sql.list(
                "SELECT * FROM notification n WHERE n.due_at IS NOT NULL AND n.due_at <= ?"
                        + " AND NOT EXISTS (SELECT 1 FROM customer c WHERE c.customer_id = n.customer_id"
                        + " AND c.deleted_at IS NOT NULL)"
                        + " ORDER BY n.due_at, n.customer_id, n.number LIMIT ?",
                NotificationTable::notification,
                now,
                limit);
    }

    private static Notification notification(Row row) throws SQLException {
        Channel channel = row.constant(Channel.class, "channel");
        return new Notification(
                new NotificationId(new CustomerId(row.text("customer_id")), row.number("number")),
                row.number("activation"),
                channel,
                row.constant(Payload.class, "payload"),
                row.optionalText("recipient").map(address -> recipient(channel, address)),
                row.instant("created_at"),
                status(row),
                row.number("claims"));
    }

    private static Recipient recipient(Channel channel, String address) {
        return switch (channel) {
            case EMAIL -> new EmailAddress(address);
            case SMS -> new PhoneNumber(address);
        };
    }

    private static Notification.Status status(Row row) throws SQLException {
        return switch (row.constant(Status.class, "status")) {
            case WAITING ->
                new Notification.Waiting(
                        row.integer("attempts"), row.instant("due_at"), row.optionalConstant(Failure.class, "failure"));
            case SENT -> new Notification.Sent(row.instant("sent_at"));
            case FAILED -> new Notification.Failed(row.integer("attempts"), row.constant(Failure.class, "failure"));
            case OBSOLETE -> new Notification.Obsolete();
        };
    }
}
