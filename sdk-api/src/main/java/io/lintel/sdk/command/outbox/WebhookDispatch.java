package io.lintel.sdk.command.outbox;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.DeadLetter.State;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.Subscription.Progress;
import io.lintel.sdk.event.WebhookRequest;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Posts events to subscriptions: each subscription's in order, one after the other, the next only after the one before was
 * accepted or given up. A subscription is claimed first, so that several managers do not post the same; the claim runs out,
 * so that the work of a manager that died goes on elsewhere.
 */
public final class WebhookDispatch {

    /** Longer than a claim's work takes: it stops early instead of outliving its claim. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration LONGEST_WORK = Duration.ofMinutes(2);

    private static final int MAX_SUBSCRIPTIONS = 20;
    private static final int MAX_EVENTS = 100;

    private final Environment environment;
    private final WebhookSender sender;

    public WebhookDispatch(Environment environment, WebhookSender sender) {
        this.environment = environment;
        this.sender = sender;
    }

    /** Posts at most {@value #MAX_EVENTS} events of each of at most {@value #MAX_SUBSCRIPTIONS} subscriptions. */
    public Dispatched round() {
        Dispatched all = replays();
        Instant now = environment.now();
        boolean idle = environment
                .store()
                .read(unit -> unit.subscriptions().due(now, 1).isEmpty());
        if (idle) {
            return all;
        }
        Instant started = environment.now();
        for (Subscription claimed : environment.store().write(this::claim)) {
            if (workIsLong(started)) {
                break;
            }
            all = all.plus(work(claimed, started));
        }
        return all;
    }

    private List<Subscription> claim(UnitOfWork unit) {
        Instant now = environment.now();
        List<Subscription> claimed = unit.subscriptions().due(now, MAX_SUBSCRIPTIONS).stream()
                .map(due -> due.claimed(now.plus(CLAIM)))
                .toList();
        claimed.forEach(unit.subscriptions()::update);
        return claimed;
    }

    private Dispatched work(Subscription claimed, Instant started) {
        Optional<SecretBytes> secret = secret(claimed);
        if (secret.isEmpty()) {
            return Dispatched.NOTHING;
        }
        int delivered = 0;
        long position = claimed.progress().position();
        Optional<Failure> failure = Optional.empty();
        try (SecretBytes key = secret.get()) {
            for (RecordedChange next : events(claimed)) {
                if (failure.isPresent() || workIsLong(started)) {
                    break;
                }
                failure = post(claimed, key, Event.of(next));
                if (failure.isEmpty()) {
                    position = next.number();
                    delivered++;
                }
            }
        }
        report(claimed, position, failure);
        return new Dispatched(delivered, failure.isPresent() ? 1 : 0);
    }

    private Optional<Failure> post(Subscription subscription, SecretBytes key, Event event) {
        WebhookRequest request = WebhookPost.of(
                subscription.url(), key, event, environment.clock().instant());
        Delivery delivery = Attempt.of(() -> sender.post(request));
        return delivery instanceof Accepted ? Optional.empty() : Optional.of(((Failed) delivery).why());
    }

    /** Notes how far it came, unless somebody else has taken the subscription up since. */
    private void report(Subscription claimed, long position, Optional<Failure> failure) {
        environment.store().write(claimed.id().customer(), unit -> {
            unit.subscriptions()
                    .find(claimed.id())
                    .filter(current -> current.claims() == claimed.claims())
                    .ifPresent(current ->
                            unit.subscriptions().update(current.at(progress(unit, current, position, failure))));
            return Boolean.TRUE;
        });
    }

    private Progress progress(UnitOfWork unit, Subscription current, long position, Optional<Failure> failure) {
        Instant now = environment.now();
        Progress before = current.progress();
        if (failure.isEmpty()) {
            return before.deliveredUpTo(position, now);
        }
        int failures = position == before.position() ? before.failures() + 1 : 1;
        if (failure.get().worthRetrying() && failures < Backoff.MAX_ATTEMPTS) {
            Instant due = now.plus(Backoff.after(failures, environment.random()));
            return new Progress(position, failures, due, failure);
        }
        long given = position + 1;
        unit.subscriptions().put(new DeadLetter(current.id(), given, now, failure.get(), State.DEAD));
        return new Progress(given, 0, now, failure);
    }

    /** A replay is tried once: a letter that fails again is dead again. Many of them do not hold up the events of others. */
    private Dispatched replays() {
        Instant started = environment.now();
        List<DeadLetter> letters =
                environment.store().read(unit -> unit.subscriptions().replaying(MAX_EVENTS));
        Dispatched all = Dispatched.NOTHING;
        for (DeadLetter letter : letters) {
            if (workIsLong(started)) {
                break;
            }
            all = all.plus(replay(letter));
        }
        return all;
    }

    private Dispatched replay(DeadLetter letter) {
        Subscription subscription = environment
                .store()
                .read(unit -> unit.subscriptions().find(letter.subscription()).orElseThrow());
        Optional<SecretBytes> secret = secret(subscription);
        if (secret.isEmpty()) {
            return Dispatched.NOTHING;
        }
        Event event = environment.store().read(unit -> event(unit, letter));
        try (SecretBytes key = secret.get()) {
            Optional<Failure> failure = post(subscription, key, event);
            environment.store().write(subscription.id().customer(), unit -> {
                noteReplay(unit, letter, failure);
                return Boolean.TRUE;
            });
            return failure.isEmpty() ? new Dispatched(1, 0) : new Dispatched(0, 1);
        }
    }

    /** Nobody claims a letter, so another manager may have delivered it meanwhile: then a failure is of no account. */
    private void noteReplay(UnitOfWork unit, DeadLetter letter, Optional<Failure> failure) {
        boolean delivered = unit.subscriptions()
                .findDeadLetter(letter.subscription(), letter.event())
                .filter(current -> current.state() == State.DELIVERED)
                .isPresent();
        if (!delivered) {
            unit.subscriptions()
                    .put(failure.map(why -> letter.deadAgain(environment.now(), why))
                            .orElseGet(() -> letter.in(State.DELIVERED)));
        }
    }

    private static Event event(UnitOfWork unit, DeadLetter letter) {
        return Event.of(unit.journal()
                .outbox(letter.subscription().customer(), letter.event() - 1, 1)
                .get(0));
    }

    private List<RecordedChange> events(Subscription claimed) {
        return environment
                .store()
                .read(unit -> unit.journal()
                        .outbox(claimed.id().customer(), claimed.progress().position(), MAX_EVENTS));
    }

    private Optional<SecretBytes> secret(Subscription subscription) {
        return environment
                .store()
                .read(unit -> unit.keys()
                        .open(
                                subscription.id().customer(),
                                KeyKind.WEBHOOK,
                                subscription.id().number()));
    }

    private boolean workIsLong(Instant started) {
        return environment.now().isAfter(started.plus(LONGEST_WORK));
    }
}
