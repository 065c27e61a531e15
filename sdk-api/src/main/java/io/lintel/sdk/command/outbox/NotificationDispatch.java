package io.lintel.sdk.command.outbox;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.Notification.Failed;
import io.lintel.sdk.notification.Notification.Obsolete;
import io.lintel.sdk.notification.Notification.Sent;
import io.lintel.sdk.notification.Notification.Waiting;
import io.lintel.sdk.notification.Notifier;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Sends the messages that are due. Each is claimed first, so that several managers share the work; the claim runs out, so
 * that a message whose dispatcher died is sent by another. Between sending and noting it a crash sends it twice.
 */
public final class NotificationDispatch {

    /** Longer than one round takes: a round ends early instead of outliving its claims. */
    private static final Duration CLAIM = Duration.ofMinutes(10);

    private static final Duration LONGEST_ROUND = Duration.ofMinutes(5);

    private static final int MAX_ROUND = 50;

    private final Environment environment;
    private final Principal principal;
    private final Notifier notifier;
    private final ManagerAddress address;

    /** A dispatcher on behalf of a principal, who is named where a message is given up. */
    public NotificationDispatch(
            Environment environment, Principal principal, Notifier notifier, ManagerAddress address) {
        this.environment = environment;
        this.principal = principal;
        this.notifier = notifier;
        this.address = address;
    }

    /** Sends at most {@value #MAX_ROUND} messages. */
    public Dispatched round() {
        Instant started = environment.now();
        boolean idle = environment
                .store()
                .read(unit -> unit.notifications().due(started, 1).isEmpty());
        Dispatched all = Dispatched.NOTHING;
        if (idle) {
            return all;
        }
        for (Notification claimed : environment.store().write(this::claim)) {
            if (environment.now().isAfter(started.plus(LONGEST_ROUND))) {
                break;
            }
            all = all.plus(send(claimed));
        }
        return all;
    }

    private List<Notification> claim(UnitOfWork unit) {
        Instant now = environment.now();
        List<Notification> claimed = unit.notifications().due(now, MAX_ROUND).stream()
                .map(due -> due.claimed(now.plus(CLAIM)))
                .toList();
        claimed.forEach(unit.notifications()::update);
        return claimed;
    }

    private Dispatched send(Notification claimed) {
        Preparation preparation = environment.store().read(unit -> Preparation.of(context(unit), claimed, address));
        if (preparation instanceof Preparation.Ready ready) {
            return note(claimed, Attempt.of(() -> notifier.send(ready.message())));
        }
        if (preparation instanceof Preparation.Frozen) {
            return Dispatched.NOTHING;
        }
        if (preparation instanceof Preparation.NoAddress) {
            return note(claimed, new Delivery.Failed(Failure.NO_ADDRESS));
        }
        update(claimed, (context, current) -> current.with(new Obsolete()));
        return Dispatched.NOTHING;
    }

    private Dispatched note(Notification claimed, Delivery delivery) {
        if (delivery instanceof Accepted) {
            update(claimed, (context, current) -> current.with(new Sent(context.now())));
            return new Dispatched(1, 0);
        }
        Failure why = ((Delivery.Failed) delivery).why();
        update(claimed, (context, current) -> failed(context, current, why));
        return new Dispatched(0, 1);
    }

    private Notification failed(CommandContext context, Notification current, Failure why) {
        int attempts = ((Waiting) current.status()).attempts() + 1;
        if (why.worthRetrying() && attempts < Backoff.MAX_ATTEMPTS) {
            Instant due = context.now().plus(Backoff.after(attempts, environment.random()));
            return current.with(new Waiting(attempts, due, Optional.of(why)));
        }
        context.record(
                current.id().customer(),
                Change.Kind.NOTIFICATION_FAILED,
                current.id().number());
        return current.with(new Failed(attempts, why));
    }

    /** What a report does to the message as it stands now. */
    private interface Step {
        Notification apply(CommandContext context, Notification current);
    }

    /** A report counts only while its claim does: somebody else may have sent the message since. */
    private void update(Notification claimed, Step step) {
        environment.store().write(claimed.id().customer(), unit -> {
            unit.notifications()
                    .find(claimed.id())
                    .filter(current -> current.claims() == claimed.claims() && current.status() instanceof Waiting)
                    .ifPresent(current -> unit.notifications().update(step.apply(context(unit), current)));
            return Boolean.TRUE;
        });
    }

    private CommandContext context(UnitOfWork unit) {
        return CommandContext.begin(environment, unit, principal, CommandId.random(environment.random()));
    }
}
