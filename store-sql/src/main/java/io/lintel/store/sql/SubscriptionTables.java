package io.lintel.store.sql;

import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.Subscription.Progress;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.SubscriptionRecords;
import java.net.URI;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Tables {@code event_subscription} and {@code dead_letter}. */
final class SubscriptionTables implements SubscriptionRecords {

    private final Sql sql;

    SubscriptionTables(Sql sql) {
        this.sql = sql;
    }

    @Override
    public void add(Subscription subscription) {
        Progress progress = subscription.progress();
        sql.changeOne(
                "INSERT INTO event_subscription (customer_id, number, url, created_at, state, position, failures, due_at,"
                        + " failure, claims) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                subscription.id().customer().value(),
                subscription.id().number(),
                subscription.url().toString(),
                subscription.created(),
                subscription.state(),
                progress.position(),
                progress.failures(),
                progress.due(),
                progress.lastFailure(),
                subscription.claims());
    }

    @Override
    public void update(Subscription subscription) {
        Progress progress = subscription.progress();
        sql.changeOne(
                "UPDATE event_subscription SET state = ?, position = ?, failures = ?, due_at = ?, failure = ?, claims = ?"
                        + " WHERE customer_id = ? AND number = ?",
                subscription.state(),
                progress.position(),
                progress.failures(),
                progress.due(),
                progress.lastFailure(),
                subscription.claims(),
                subscription.id().customer().value(),
                subscription.id().number());
    }

    @Override
    public Optional<Subscription> find(SubscriptionId id) {
        return sql.first(
                "SELECT * FROM event_subscription WHERE customer_id = ? AND number = ?",
                SubscriptionTables::subscription,
                id.customer().value(),
                id.number());
    }

    @Override
    public List<Subscription> list(CustomerId customer, int after, int limit) {
        return sql.list(
                "SELECT * FROM event_subscription WHERE customer_id = ? AND number > ? ORDER BY number LIMIT ?",
                SubscriptionTables::subscription,
                customer.value(),
                after,
                limit);
    }

    @Override
    public List<Subscription> due(Instant now, int limit) {
        return sql.list(
                "SELECT * FROM event_subscription s WHERE s.state = 'ACTIVE' AND s.due_at <= ?"
                        + " AND EXISTS (SELECT 1 FROM counter c WHERE c.customer_id = s.customer_id AND c.name = ?"
                        + " AND c.value > s.position)"
                        + " ORDER BY s.due_at, s.customer_id, s.number LIMIT ?",
                SubscriptionTables::subscription,
                now,
                Counter.CHANGE,
                limit);
    }

    @Override
    public void put(DeadLetter letter) {
        sql.changeOne(
                "INSERT INTO dead_letter (customer_id, subscription, event, at, failure, state) VALUES (?, ?, ?, ?, ?, ?)"
                        + " ON CONFLICT (customer_id, subscription, event)"
                        + " DO UPDATE SET at = excluded.at, failure = excluded.failure, state = excluded.state",
                letter.subscription().customer().value(),
                letter.subscription().number(),
                letter.event(),
                letter.at(),
                letter.why(),
                letter.state());
    }

    @Override
    public Optional<DeadLetter> findDeadLetter(SubscriptionId subscription, long event) {
        return sql.first(
                "SELECT * FROM dead_letter WHERE customer_id = ? AND subscription = ? AND event = ?",
                SubscriptionTables::letter,
                subscription.customer().value(),
                subscription.number(),
                event);
    }

    @Override
    public List<DeadLetter> deadLetters(SubscriptionId subscription, long after, int limit) {
        return sql.list(
                "SELECT * FROM dead_letter WHERE customer_id = ? AND subscription = ? AND event > ?"
                        + " AND state <> 'DELIVERED' ORDER BY event LIMIT ?",
                SubscriptionTables::letter,
                subscription.customer().value(),
                subscription.number(),
                after,
                limit);
    }

    @Override
    public List<DeadLetter> replaying(int limit) {
        return sql.list(
                "SELECT d.* FROM dead_letter d JOIN event_subscription s"
                        + " ON s.customer_id = d.customer_id AND s.number = d.subscription AND s.state = 'ACTIVE'"
                        + " WHERE d.state = 'REPLAYING' ORDER BY d.customer_id, d.subscription, d.event LIMIT ?",
                SubscriptionTables::letter,
                limit);
    }

    private static Subscription subscription(Row row) throws SQLException {
        return new Subscription(
                new SubscriptionId(new CustomerId(row.text("customer_id")), row.integer("number")),
                URI.create(row.text("url")),
                row.instant("created_at"),
                row.constant(Subscription.State.class, "state"),
                new Progress(
                        row.number("position"),
                        row.integer("failures"),
                        row.instant("due_at"),
                        row.optionalConstant(Failure.class, "failure")),
                row.number("claims"));
    }

    private static DeadLetter letter(Row row) throws SQLException {
        return new DeadLetter(
                new SubscriptionId(new CustomerId(row.text("customer_id")), row.integer("subscription")),
                row.number("event"),
                row.instant("at"),
                row.constant(Failure.class, "failure"),
                row.constant(DeadLetter.State.class, "state"));
    }
}
