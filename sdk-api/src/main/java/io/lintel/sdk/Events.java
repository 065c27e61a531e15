package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.outbox.DeadLetterReplay;
import io.lintel.sdk.command.outbox.EventSubscription;
import io.lintel.sdk.command.outbox.SubscriptionEnd;
import io.lintel.sdk.command.outbox.WebhookDispatch;
import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.event.ReplayDeadLetter;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.Subscribed;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.event.Unsubscribe;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.notification.Dispatched;
import java.util.List;

/**
 * What happened: the audit trail, and the same changes as events for other systems. A host system either reads events with
 * {@link #after}, or has them posted to it. Thread-safe; fails like {@link Manager}.
 */
public final class Events {

    private final Session session;

    Events(Session session) {
        this.session = session;
    }

    /** A customer's audit trail by number, after a number. */
    public List<RecordedChange> audit(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_EVENTS,
                Scope.of(customer),
                limit,
                unit -> unit.journal().audit(customer, after, limit));
    }

    /**
     * A customer's events after a cursor, which is the number of the last event that was seen, 0 at first. Numbers have no gap and
     * follow the order of the commits: what was read up to a number is complete, also while others write.
     */
    public List<Event> after(CustomerId customer, long cursor, int limit) {
        return session.page(
                Action.SEE_EVENTS,
                Scope.of(customer),
                limit,
                unit -> unit.journal().outbox(customer, cursor, limit).stream()
                        .map(Event::of)
                        .toList());
    }

    /** Begins to post a customer's events to an address, from this command's own event on. The host's alone. */
    public Subscribed subscribe(CommandId id, Subscribe request) {
        return session.run(id, new EventSubscription(request));
    }

    /** Ends a subscription. */
    public SubscriptionId unsubscribe(CommandId id, Unsubscribe request) {
        return session.run(id, new SubscriptionEnd(request));
    }

    /** A customer's subscriptions by number, after a number, each with how far it came and why it waits. */
    public List<Subscription> subscriptions(CustomerId customer, int after, int limit) {
        return session.page(
                Action.MANAGE_EVENTS,
                Scope.of(customer),
                limit,
                unit -> unit.subscriptions().list(customer, after, limit));
    }

    /** The events that a subscription gave up, by event, after an event. */
    public List<DeadLetter> deadLetters(SubscriptionId subscription, long after, int limit) {
        return session.page(
                Action.MANAGE_EVENTS,
                Scope.of(subscription.customer()),
                limit,
                unit -> unit.subscriptions().deadLetters(subscription, after, limit));
    }

    /** Posts a given-up event once more. */
    public SubscriptionId replay(CommandId id, ReplayDeadLetter request) {
        return session.run(id, new DeadLetterReplay(request));
    }

    /**
     * Posts what is due: call it every few seconds from a thread of your own. Several managers may; each subscription is claimed by
     * one. Events of one customer arrive in order, each at least once. One that fails is tried again for about half a day
     * and then given up. Blocks on the sender.
     */
    public Dispatched dispatch(WebhookSender sender) {
        session.require(Action.MANAGE_EVENTS, Scope.everything());
        return new WebhookDispatch(session.environment(), sender).round();
    }
}
