package io.lintel.sdk.store;

import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Subscriptions to events, and the events that they gave up. */
public interface SubscriptionRecords {

    /** Adds a subscription. */
    void add(Subscription subscription);

    /** Replaces state, progress and claims of a subscription that exists. */
    void update(Subscription subscription);

    /** One subscription. */
    Optional<Subscription> find(SubscriptionId id);

    /** A customer's subscriptions by number, from the one after {@code after} on. */
    List<Subscription> list(CustomerId customer, int after, int limit);

    /** Active subscriptions of all customers that are due and have events before them, the longest due first. */
    List<Subscription> due(Instant now, int limit);

    /** Adds a dead letter, or replaces the one of the same event. */
    void put(DeadLetter letter);

    /** One dead letter. */
    Optional<DeadLetter> findDeadLetter(SubscriptionId subscription, long event);

    /** A subscription's dead letters that were not delivered since, by event, after an event. */
    List<DeadLetter> deadLetters(SubscriptionId subscription, long after, int limit);

    /** Dead letters of all active subscriptions that somebody wants replayed. */
    List<DeadLetter> replaying(int limit);
}
