package io.lintel.sdk.command.outbox;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.Subscribed;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.Subscription.Progress;
import io.lintel.sdk.event.Subscription.State;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.KeyVault.KeyKind;
import java.util.Optional;

/** Begins a subscription, with a secret of its own in the vault. */
public final class EventSubscription implements Command<Subscribed> {

    private static final int SECRET_SIZE = 32;

    private final Subscribe request;

    public EventSubscription(Subscribe request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_EVENTS;
    }

    /** The host's alone: an address reaches into the manager's network. */
    @Override
    public Scope scope() {
        return Scope.everything();
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("event subscribe").with(request.customer()).with(request.url());
    }

    @Override
    public Facts perform(CommandContext context) {
        CustomerId customer = request.customer();
        if (!customer.equals(CustomerId.OPERATOR)) {
            context.site(customer);
        }
        int number = Math.toIntExact(context.unit().counters().next(customer, Counter.SUBSCRIPTION));
        try (SecretBytes secret =
                SecretBytes.random(SECRET_SIZE, context.environment().random())) {
            context.unit().keys().put(customer, KeyKind.WEBHOOK, number, secret);
        }
        long newest = context.unit().journal().newest(customer);
        context.unit()
                .subscriptions()
                .add(new Subscription(
                        new SubscriptionId(customer, number),
                        request.url(),
                        context.now(),
                        State.ACTIVE,
                        new Progress(newest, 0, context.now(), Optional.empty()),
                        0));
        context.record(customer, Change.Kind.SUBSCRIPTION_BEGUN, number);
        return Facts.none().with("subscription", number);
    }

    @Override
    public Subscribed result(CommandContext context, Facts facts) {
        SubscriptionId id = new SubscriptionId(request.customer(), Math.toIntExact(facts.number("subscription")));
        SecretBytes secret = context.unit()
                .keys()
                .open(id.customer(), KeyKind.WEBHOOK, id.number())
                .orElseThrow(() -> new ManagerException.NotFound("subscription " + id));
        return new Subscribed(id, secret);
    }
}
