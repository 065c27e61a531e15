package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.outbox.NotificationDispatch;
import io.lintel.sdk.command.outbox.NotificationRetry;
import io.lintel.sdk.command.outbox.TelephoneChange;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.NotificationId;
import io.lintel.sdk.notification.Notifier;
import io.lintel.sdk.notification.RetryNotification;
import io.lintel.sdk.notification.SetTelephone;
import java.util.List;

/** What people are sent, and what became of it ({@code NTF-10}). Thread-safe; fails like {@link Manager}. */
public final class Notifications {

    private final Session session;

    Notifications(Session session) {
        this.session = session;
    }

    /**
     * Sends what is due, at most 50 messages: call it every few seconds from a thread of your own. Several managers may; each
     * message is claimed by one. A message goes out after the commit of its command, at least once, and is tried again for
     * about half a day. Blocks on the notifier.
     *
     * @param notifier sends one message
     * @param address where phones reach the manager, for the QR codes
     * @return what was done; idle where nothing was due
     */
    public Dispatched dispatch(Notifier notifier, ManagerAddress address) {
        session.require(Action.MANAGE_EVENTS, Scope.everything());
        return new NotificationDispatch(session.environment(), session.principal(), notifier, address).round();
    }

    /** Tries a message again that was given up, after its cause was mended. */
    public NotificationId retry(CommandId id, RetryNotification request) {
        return session.run(id, new NotificationRetry(request));
    }

    /** Sets the telephone that a person is told by; returns the person's number. */
    public long setTelephone(CommandId id, SetTelephone request) {
        return session.run(id, new TelephoneChange(request));
    }

    /** A customer's messages by number, after a number. */
    public List<Notification> list(CustomerId customer, long after, int limit) {
        return session.page(
                Action.MANAGE_EVENTS,
                Scope.of(customer),
                limit,
                unit -> unit.notifications().list(customer, after, limit));
    }

    /** The messages among them that failed: given up, or to be tried again. */
    public List<Notification> failing(CustomerId customer, long after, int limit) {
        return session.page(
                Action.MANAGE_EVENTS,
                Scope.of(customer),
                limit,
                unit -> unit.notifications().failing(customer, after, limit));
    }
}
