package io.lintel.sdk.command.outbox;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.DeadLetter.State;
import io.lintel.sdk.event.ReplayDeadLetter;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;

/** Makes a dead letter due once more. */
public final class DeadLetterReplay implements Command<SubscriptionId> {

    private final ReplayDeadLetter request;

    public DeadLetterReplay(ReplayDeadLetter request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_EVENTS;
    }

    @Override
    public CustomerId partition() {
        return request.subscription().customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("event replay").with(request.subscription()).with(request.event());
    }

    @Override
    public Facts perform(CommandContext context) {
        DeadLetter letter = context.unit()
                .subscriptions()
                .findDeadLetter(request.subscription(), request.event())
                .orElseThrow(() -> new ManagerException.NotFound(
                        "a dead letter for event " + request.event() + " of subscription " + request.subscription()));
        boolean runs = context.unit()
                .subscriptions()
                .find(request.subscription())
                .filter(found -> found.state() == Subscription.State.ACTIVE)
                .isPresent();
        if (!runs || letter.state() != State.DEAD) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "this event is delivered or on its way, or its subscription has ended; list the dead letters again");
        }
        context.unit().subscriptions().put(letter.in(State.REPLAYING));
        context.record(partition(), Change.Kind.DEAD_LETTER_REPLAYED, request.event());
        return Facts.none();
    }

    @Override
    public SubscriptionId result(CommandContext context, Facts facts) {
        return request.subscription();
    }
}
