package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.notification.Channel;
import io.lintel.sdk.notification.Delivery.Accepted;
import io.lintel.sdk.notification.Delivery.Failed;
import io.lintel.sdk.notification.Delivery.Failure;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.notification.Language;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.Notification;
import io.lintel.sdk.notification.Notification.Obsolete;
import io.lintel.sdk.notification.Notification.Sent;
import io.lintel.sdk.notification.Notification.Waiting;
import io.lintel.sdk.notification.Notifier;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.OutgoingMessage.NewCode;
import io.lintel.sdk.notification.OutgoingMessage.NewCodeNotice;
import io.lintel.sdk.notification.PhoneNumber;
import io.lintel.sdk.notification.RetryNotification;
import io.lintel.sdk.notification.SetTelephone;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.organisation.RestoreCustomer;
import io.lintel.sdk.profile.NotificationRules;
import io.lintel.sdk.profile.NotificationRules.Payload;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class NotificationTest {

    private static final ManagerAddress ADDRESS = new ManagerAddress("manager.example.org", 7400);

    private final Database database;
    private final List<OutgoingMessage> sent = new ArrayList<>();
    private final Notifier taker = message -> {
        sent.add(message);
        return new Accepted();
    };
    private TestBench bench;
    private CustomerId customer;

    NotificationTest(Database database) {
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
    @Requirement({"ACT-01", "ACT-19"})
    void newCodeLeavesForItsPersonAfterTheCommit() {
        CredentialIssued issued = bench.credential(customer);

        assertEquals(new Dispatched(1, 0), dispatch(taker));

        OutgoingMessage message = sent.get(0);
        assertEquals(1, sent.size());
        assertEquals("ada@example.org", message.recipient().value());
        NewCode content = (NewCode) message.content();
        assertEquals("Town hall", content.site());
        assertEquals(issued.activation().link(ADDRESS.host(), ADDRESS.port()), content.link());
        assertEquals(issued.activation().expires(), content.expires());
        assertEquals(Dispatched.NOTHING, dispatch(taker));
        assertInstanceOf(Sent.class, mail().status());
    }

    @Test
    void commandThatIsRefusedSendsNothing() {
        IssueCredential nobodys = IssueCredential.of(customer, 99, "Phone");
        assertThrows(ManagerException.class, () -> bench.manager.credentials().issue(TestBench.id(), nobodys));

        assertEquals(List.of(), bench.manager.notifications().list(customer, 0, 10));
    }

    @Test
    @Requirement("ACT-19")
    void storeKeepsNeitherCodeNorAddressOfAMessage() {
        CredentialIssued issued = bench.credential(customer);

        String row = mail().toString();
        assertFalse(row.contains(issued.activation().code().text()), row);
        assertFalse(row.contains("ada@"), row);
    }

    @Test
    @Requirement({"LNG-01", "LNG-05"})
    void languageIsTheSitesAndDoesNotFollowThePerson() {
        String text = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));
        Profile czech = Profiles.parse(text.replace("\"language\" : \"EN\"", "\"language\" : \"CS\""));
        customer = bench.manager
                .sites()
                .create(TestBench.id(), new CreateSite("Radnice", Suite.X25519, czech, DistributorId.OPERATOR))
                .site()
                .customer();
        bench.credential(customer);

        dispatch(taker);

        assertEquals(Language.CS, sent.get(0).language());
    }

    @Test
    @Requirement("NTF-08")
    void selfServiceSendsNothing() {
        NotificationRules rules = Profiles.builtIn("baltech-self-service").notifications();

        for (Channel channel : Channel.values()) {
            assertEquals(Payload.NOTHING, rules.payload(channel));
        }
    }

    @Test
    @Requirement("NTF-08")
    void channelThatTheProfileDoesNotUseStaysSilent() {
        String text = Profiles.print(Profiles.builtIn(Profiles.DEFAULT));
        Profile silent = Profiles.parse(text.replaceFirst("\"email\" : \"CODE\"", "\"email\" : \"NOTHING\"")
                .replaceFirst("\"sms\" : \"[A-Z]+\"", "\"sms\" : \"NOTHING\""));
        customer = bench.manager
                .sites()
                .create(TestBench.id(), new CreateSite("Town hall", Suite.X25519, silent, DistributorId.OPERATOR))
                .site()
                .customer();

        bench.credential(customer);

        assertEquals(Dispatched.NOTHING, dispatch(taker));
        assertEquals(List.of(), bench.manager.notifications().list(customer, 0, 10));
    }

    @Test
    @Requirement({"NTF-05", "NTF-06"})
    void personWithATelephoneIsAlsoToldThereWithoutTheCode() {
        CredentialIssued issued = bench.credential(customer);
        PhoneNumber telephone = PhoneNumber.parse("+420 601 234 567");
        long person = bench.manager.credentials().get(customer, issued.serial()).person();
        bench.manager
                .notifications()
                .setTelephone(TestBench.id(), new SetTelephone(customer, person, Optional.of(telephone)));

        assertEquals(new Dispatched(2, 0), dispatch(taker));

        OutgoingMessage notice = sent.stream()
                .filter(message -> message.channel() == Channel.SMS)
                .findFirst()
                .orElseThrow();
        assertEquals(telephone, notice.recipient());
        assertEquals(new NewCodeNotice("Town hall"), notice.content());
    }

    @Test
    @Requirement("NTF-10")
    void notifierThatBreaksOverOneMessageSendsTheOthersAndTheFailureIsVisible() {
        bench.credential(customer);
        bench.credential(customer);
        Notifier breaking = message -> {
            if (message.id().equals(mail().id())) {
                throw new IllegalStateException("ada@example.org");
            }
            return taker.send(message);
        };

        assertEquals(new Dispatched(1, 1), dispatch(breaking));

        Waiting waiting = (Waiting) mail().status();
        assertEquals(Optional.of(Failure.BROKEN), waiting.lastFailure());
        bench.clock.set(waiting.due());
        assertEquals(new Dispatched(1, 0), dispatch(taker));
    }

    @Test
    @Requirement("NTF-10")
    void failureIsVisibleAndTriedAgainLaterAndLaterUntilItIsGivenUp() {
        bench.credential(customer);
        Duration longest = Duration.ZERO;
        int attempts = 0;
        while (mail().status() instanceof Waiting waiting && attempts < 100) {
            bench.clock.set(waiting.due());
            assertEquals(new Dispatched(0, 1), dispatch(message -> new Failed(Failure.UNREACHABLE)));
            attempts++;
            if (mail().status() instanceof Waiting next) {
                assertEquals(Optional.of(Failure.UNREACHABLE), next.lastFailure());
                assertEquals(List.of(mail()), bench.manager.notifications().failing(customer, 0, 10));
                Duration wait = Duration.between(waiting.due(), next.due());
                assertTrue(wait.compareTo(Duration.ofHours(1)) <= 0, wait.toString());
                longest = wait.compareTo(longest) > 0 ? wait : longest;
            }
        }

        assertEquals(new Notification.Failed(20, Failure.UNREACHABLE), mail().status());
        assertTrue(longest.compareTo(Duration.ofMinutes(30)) >= 0, longest.toString());
        assertEquals(Change.Kind.NOTIFICATION_FAILED, newestChange());
        assertEquals(Dispatched.NOTHING, dispatch(taker));
    }

    @Test
    @Requirement("NTF-10")
    void refusedRecipientIsGivenUpAtOnceAndSentWhenSomebodyAsksAgain() {
        bench.credential(customer);
        dispatch(message -> new Failed(Failure.RECIPIENT_REFUSED));
        assertEquals(new Notification.Failed(1, Failure.RECIPIENT_REFUSED), mail().status());

        CommandId command = TestBench.id();
        bench.manager.notifications().retry(command, new RetryNotification(mail().id()));
        bench.manager.notifications().retry(command, new RetryNotification(mail().id()));

        assertEquals(new Dispatched(1, 0), dispatch(taker));
        assertEquals(List.of(), bench.manager.notifications().failing(customer, 0, 10));
        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.notifications().retry(TestBench.id(), new RetryNotification(mail().id())));
        assertEquals(ErrorCode.ILLEGAL_TRANSITION, refused.code());
    }

    @Test
    void voidCodeIsNotSentAnyMore() {
        CredentialIssued issued = bench.credential(customer);
        bench.manager.credentials().resendActivation(TestBench.id(), new ResendActivation(customer, issued.serial()));

        dispatch(taker);

        assertEquals(1, sent.size());
        assertInstanceOf(Obsolete.class, mail().status());
    }

    @Test
    void usedCodeAndExpiredCodeAreNotSentAnyMore() {
        CredentialIssued used = bench.credential(customer);
        bench.phone(Suite.X25519).redeem(bench.manager, used.activation());
        CredentialIssued expired = bench.credential(customer);
        bench.clock.set(expired.activation().expires());

        assertEquals(Dispatched.NOTHING, dispatch(taker));
        assertEquals(List.of(), sent);
    }

    @Test
    @Requirement("ACC-27")
    void codeOfADeletedCustomerIsNotSentBeforeItsRestoration() {
        bench.credential(customer);
        bench.manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(customer));

        assertEquals(Dispatched.NOTHING, dispatch(taker));
        assertEquals(List.of(), sent);

        bench.manager.organisations().restoreCustomer(TestBench.id(), new RestoreCustomer(customer));
        assertEquals(new Dispatched(1, 0), dispatch(taker));
    }

    @Test
    void customerThatIsDeletedWhileItsMessageIsPreparedLosesNothing() {
        bench.credential(customer);
        bench.credential(customer);
        dispatch(message -> {
            bench.manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(customer));
            return new Accepted();
        });
        bench.manager.organisations().restoreCustomer(TestBench.id(), new RestoreCustomer(customer));
        bench.clock.set(bench.clock.instant().plus(Duration.ofHours(1)));

        assertEquals(new Dispatched(1, 0), dispatch(taker));
    }

    @Test
    void messageOfADispatcherThatDiedIsSentByAnotherWhenItsClaimHasRunOut() {
        bench.credential(customer);
        assertThrows(
                Error.class,
                () -> dispatch(message -> {
                    throw new Error("the process dies here");
                }));

        assertEquals(Dispatched.NOTHING, dispatch(taker));
        Instant due = ((Waiting) mail().status()).due();
        bench.clock.set(due);

        assertEquals(new Dispatched(1, 0), dispatch(taker));
    }

    @Test
    void lateReportOfAnotherDispatcherDoesNotUndoWhatHappenedSince() {
        bench.credential(customer);

        dispatch(message -> {
            bench.clock.set(bench.clock.instant().plus(Duration.ofHours(1)));
            assertEquals(new Dispatched(1, 0), dispatch(taker));
            return new Failed(Failure.TIMED_OUT);
        });

        assertInstanceOf(Sent.class, mail().status());
    }

    private Dispatched dispatch(Notifier notifier) {
        return bench.manager.notifications().dispatch(notifier, ADDRESS);
    }

    /** The message by mail; there may be one by telephone beside it. */
    private Notification mail() {
        return bench.manager.notifications().list(customer, 0, 10).stream()
                .filter(notification -> notification.channel() == Channel.EMAIL)
                .findFirst()
                .orElseThrow();
    }

    private Change.Kind newestChange() {
        List<RecordedChange> trail = bench.manager.events().audit(customer, 0, 100);
        return trail.get(trail.size() - 1).change().kind();
    }
}
