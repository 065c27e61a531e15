package io.lintel.sdk.command.outbox;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.event.Unsubscribe;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.KeyVault.KeyKind;

/** Ends a subscription and forgets its secret. */
public final class SubscriptionEnd implements Command<SubscriptionId> {

    private final Unsubscribe request;

    public SubscriptionEnd(Unsubscribe request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_EVENTS;
    }

    @Override
    public CustomerId partition() {
        return request.id().customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("event unsubscribe").with(request.id());
    }

    @Override
    public Facts perform(CommandContext context) {
        SubscriptionId id = request.id();
        Subscription found = context.unit()
                .subscriptions()
                .find(id)
                .orElseThrow(() -> new ManagerException.NotFound("subscription " + id));
        if (found.state() == Subscription.State.ENDED) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION, "this subscription has ended already; there is nothing left to do");
        }
        context.unit().subscriptions().update(found.ended());
        context.unit().keys().remove(id.customer(), KeyKind.WEBHOOK, id.number());
        context.record(id.customer(), Change.Kind.SUBSCRIPTION_ENDED, id.number());
        return Facts.none();
    }

    @Override
    public SubscriptionId result(CommandContext context, Facts facts) {
        return request.id();
    }
}
