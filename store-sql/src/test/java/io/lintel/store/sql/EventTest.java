package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.Manager;
import io.lintel.sdk.event.DeadLetter;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.event.ReplayDeadLetter;
import io.lintel.sdk.event.Subscribe;
import io.lintel.sdk.event.Subscribed;
import io.lintel.sdk.event.Subscription;
import io.lintel.sdk.event.SubscriptionId;
import io.lintel.sdk.event.Unsubscribe;
import io.lintel.sdk.event.WebhookRequest;
import io.lintel.sdk.event.WebhookSender;
import io.lintel.sdk.event.WebhookSignature;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.Dispatched;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class EventTest {

    private static final URI RECEIVER = URI.create("https://host.example.org/events?token=t0psecret");

    private final Database database;
    private final List<WebhookRequest> posted = new ArrayList<>();
    private final WebhookSender taker = request -> {
        posted.add(request);
        return new Accepted();
    };
    private TestBench bench;
    private CustomerId customer;

    EventTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void cursorReadsEveryChangeOnceInOrder() {
        bench.person(customer);
        bench.credential(customer);

        List<RecordedChange> trail = bench.manager.events().audit(customer, 0, 100);
        List<Event> events = new ArrayList<>();
        long cursor = 0;
        for (List<Event> page = page(cursor); !page.isEmpty(); page = page(cursor)) {
            events.addAll(page);
            cursor = page.get(page.size() - 1).number();
        }

        assertEquals(trail.stream().map(Event::of).toList(), events);
        assertEquals(
                LongStream.rangeClosed(1, events.size()).boxed().toList(),
                events.stream().map(Event::number).toList());
    }

    @Test
    void subscriptionGetsItsOwnBeginningAndEverythingAfterItSignedAndInOrder() {
        Subscribed subscribed = subscribe();
        bench.person(customer);
        bench.person(customer);

        assertEquals(new Dispatched(3, 0), dispatch(taker));

        assertEquals(List.of("subscription-begun", "person-added", "person-added"), types());
        for (WebhookRequest request : posted) {
            assertEquals(RECEIVER, request.url());
            String signature = request.headers().get(WebhookSignature.HEADER);
            Instant now = bench.clock.instant();
            assertTrue(WebhookSignature.isGenuine(subscribed.secret(), signature, request.body(), now));
            assertFalse(WebhookSignature.isGenuine(
                    subscribed.secret(), signature, request.body(), now.plus(Duration.ofMinutes(6))));
        }
        assertEquals(Dispatched.NOTHING, dispatch(taker));
    }

    @Test
    void repeatedSubscriptionIsTheSameWithTheSameSecret() {
        CommandId command = TestBench.id();
        Subscribed first = bench.manager.events().subscribe(command, new Subscribe(customer, RECEIVER));
        Subscribed again = bench.manager.events().subscribe(command, new Subscribe(customer, RECEIVER));

        assertEquals(first.id(), again.id());
        assertEquals(first.secret(), again.secret());
        assertNotEquals(first.secret(), subscribe().secret());
    }

    @Test
    void laterEventWaitsForTheOneBeforeIt() {
        SubscriptionId id = subscribe().id();
        dispatch(taker);
        bench.person(customer);
        bench.person(customer);

        assertEquals(new Dispatched(0, 1), dispatch(request -> new Failed(Failure.BUSY)));
        Subscription waiting = subscription(id);
        assertEquals(Optional.of(Failure.BUSY), waiting.progress().lastFailure());
        assertEquals(1, waiting.progress().failures());
        assertEquals(Dispatched.NOTHING, dispatch(taker));

        bench.clock.set(waiting.progress().due());
        assertEquals(new Dispatched(2, 0), dispatch(taker));
        assertEquals(List.of("subscription-begun", "person-added", "person-added"), types());
        assertEquals(Optional.empty(), subscription(id).progress().lastFailure());
    }

    @Test
    void letterThatAnotherManagerDeliversIsNotDeadAgain() {
        SubscriptionId id = subscribe().id();
        dispatch(request -> new Failed(Failure.MESSAGE_REFUSED));
        replay(TestBench.id(), deadLetters(id).get(0));

        dispatch(request -> {
            dispatch(taker);
            return new Failed(Failure.TIMED_OUT);
        });

        assertEquals("subscription-begun", types().get(0));
        assertEquals(List.of(), deadLetters(id));
    }

    @Test
    void replaysThatTakeLongDoNotHoldUpTheEventsOfOthers() {
        SubscriptionId id = subscribe().id();
        bench.person(customer);
        bench.person(customer);
        dispatch(request -> new Failed(Failure.MESSAGE_REFUSED));
        dispatch(request -> new Failed(Failure.MESSAGE_REFUSED));
        dispatch(request -> new Failed(Failure.MESSAGE_REFUSED));
        deadLetters(id).forEach(letter -> replay(TestBench.id(), letter));

        Dispatched slow = dispatch(request -> {
            bench.clock.set(bench.clock.instant().plus(Duration.ofMinutes(3)));
            return new Failed(Failure.TIMED_OUT);
        });

        assertEquals(new Dispatched(0, 2), slow, "one replay and one event of the three that the replays left");
    }

    @Test
    void senderThatBreaksOverOneSubscriptionServesTheOthers() {
        SubscriptionId broken = subscribe().id();
        subscribe();
        WebhookSender breaking = request -> {
            if (posted.isEmpty() && subscription(broken).progress().failures() == 0) {
                throw new IllegalArgumentException(request.url().toString());
            }
            return taker.post(request);
        };

        Dispatched first = dispatch(breaking);

        assertTrue(first.delivered() > 0, first.toString());
        assertEquals(1, first.failed());
        assertTrue(bench.manager.events().subscriptions(customer, 0, 10).stream()
                .anyMatch(found -> found.progress().lastFailure().equals(Optional.of(Failure.BROKEN))));
    }

    @Test
    void addressWithoutAPortThatExistsIsRefused() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Subscribe(customer, URI.create("https://host.example.org:65536/events")));
    }

    @Test
    void eventThatGoesOnFailingIsGivenUpVisiblyAndTheNextGoesOut() {
        SubscriptionId id = subscribe().id();
        bench.person(customer);
        long first = bench.manager.events().audit(customer, 0, 100).size() - 1L;
        int attempts = 0;
        while (deadLetters(id).isEmpty() && attempts < 100) {
            bench.clock.set(subscription(id).progress().due());
            dispatch(request -> new Failed(Failure.UNREACHABLE));
            attempts++;
        }

        assertEquals(20, attempts);
        assertEquals(first, deadLetters(id).get(0).event());
        assertEquals(Failure.UNREACHABLE, deadLetters(id).get(0).why());
        assertEquals(new Dispatched(1, 0), dispatch(taker));
        assertEquals(List.of("person-added"), types());
    }

    @Test
    void refusedEventIsDeadAtOnceAndArrivesWhenItIsReplayed() {
        SubscriptionId id = subscribe().id();
        dispatch(request -> new Failed(Failure.MESSAGE_REFUSED));
        DeadLetter letter = deadLetters(id).get(0);
        assertEquals(DeadLetter.State.DEAD, letter.state());

        CommandId command = TestBench.id();
        replay(command, letter);
        replay(command, letter);
        assertEquals(DeadLetter.State.REPLAYING, deadLetters(id).get(0).state());
        dispatch(request -> new Failed(Failure.BUSY));
        assertEquals(Failure.BUSY, deadLetters(id).get(0).why());

        replay(TestBench.id(), letter);
        dispatch(taker);
        assertTrue(types().contains("subscription-begun"), types().toString());
        assertEquals(List.of(), deadLetters(id));
        ManagerException refused = assertThrows(ManagerException.class, () -> replay(TestBench.id(), letter));
        assertEquals(ErrorCode.ILLEGAL_TRANSITION, refused.code());
    }

    @Test
    void twoManagersDoNotPostTheSame() {
        subscribe();
        Manager other = Manager.on(bench.store, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
        List<Dispatched> others = new ArrayList<>();

        dispatch(request -> {
            others.add(other.events().dispatch(taker));
            return new Accepted();
        });

        assertEquals(List.of(Dispatched.NOTHING), others);
        assertEquals(List.of(), posted);
    }

    @Test
    void workOfAManagerThatDiedGoesOnElsewhereWhenItsClaimHasRunOut() {
        SubscriptionId id = subscribe().id();
        assertThrows(
                Error.class,
                () -> dispatch(request -> {
                    throw new Error("the process dies here");
                }));
        assertEquals(Dispatched.NOTHING, dispatch(taker));

        bench.clock.set(subscription(id).progress().due());

        assertEquals(new Dispatched(1, 0), dispatch(taker));
    }

    @Test
    void lateReportOfAnotherManagerDoesNotTurnTheCursorBack() {
        SubscriptionId id = subscribe().id();
        dispatch(request -> {
            bench.clock.set(bench.clock.instant().plus(Duration.ofHours(1)));
            assertEquals(new Dispatched(1, 0), dispatch(taker));
            return new Failed(Failure.TIMED_OUT);
        });

        assertEquals(0, subscription(id).progress().failures());
        assertEquals(Dispatched.NOTHING, dispatch(taker));
    }

    @Test
    void endedSubscriptionGetsNothingAndItsSecretIsForgotten() {
        Subscribed subscribed = subscribe();
        bench.manager.events().unsubscribe(TestBench.id(), new Unsubscribe(subscribed.id()));
        bench.person(customer);

        assertEquals(Dispatched.NOTHING, dispatch(taker));
        assertEquals(Subscription.State.ENDED, subscription(subscribed.id()).state());
        assertEquals(Change.Kind.SUBSCRIPTION_ENDED, change(-2));
        ManagerException again = assertThrows(
                ManagerException.class,
                () -> bench.manager.events().unsubscribe(TestBench.id(), new Unsubscribe(subscribed.id())));
        assertEquals(ErrorCode.ILLEGAL_TRANSITION, again.code());
    }

    @Test
    void onlyTheHostSetsAddressesAndDispatches() {
        Manager admin = bench.manager.as(new Principal.CustomerAdmin(customer, 1));

        for (Runnable attempt : List.<Runnable>of(
                () -> admin.events().subscribe(TestBench.id(), new Subscribe(customer, RECEIVER)),
                () -> admin.events().dispatch(taker))) {
            ManagerException denied = assertThrows(ManagerException.class, attempt::run);
            assertEquals(ErrorCode.PERMISSION_DENIED, denied.code());
        }
        assertEquals(List.of(), admin.events().subscriptions(customer, 0, 10));
    }

    @Test
    void addressIsNeverPrinted() {
        SubscriptionId id = subscribe().id();

        assertFalse(subscription(id).toString().contains("t0psecret"));
        assertFalse(new Subscribe(customer, RECEIVER).toString().contains("t0psecret"));
    }

    private List<Event> page(long cursor) {
        return bench.manager.events().after(customer, cursor, 2);
    }

    private Subscribed subscribe() {
        return bench.manager.events().subscribe(TestBench.id(), new Subscribe(customer, RECEIVER));
    }

    private Dispatched dispatch(WebhookSender sender) {
        return bench.manager.events().dispatch(sender);
    }

    private Subscription subscription(SubscriptionId id) {
        return bench.manager
                .events()
                .subscriptions(customer, id.number() - 1, 1)
                .get(0);
    }

    private List<DeadLetter> deadLetters(SubscriptionId id) {
        return bench.manager.events().deadLetters(id, 0, 10);
    }

    private void replay(CommandId command, DeadLetter letter) {
        bench.manager.events().replay(command, new ReplayDeadLetter(letter.subscription(), letter.event()));
    }

    private Change.Kind change(int fromEnd) {
        List<RecordedChange> trail = bench.manager.events().audit(customer, 0, 100);
        return trail.get(trail.size() + fromEnd).change().kind();
    }

    private List<String> types() {
        return posted.stream()
                .map(request -> new String(request.body().toByteArray(), StandardCharsets.UTF_8))
                .map(json -> json.replaceFirst(".*\"type\":\"([a-z-]+)\".*", "$1"))
                .toList();
    }
}
