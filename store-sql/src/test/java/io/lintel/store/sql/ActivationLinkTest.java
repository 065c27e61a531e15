package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationLink;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.OpenedLink;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.event.Event;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.notification.Delivery;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.OutgoingMessage;
import io.lintel.sdk.notification.OutgoingMessage.NewCode;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Links in mails: what opens them, and what that does under each profile. */
@OnEveryDatabase
class ActivationLinkTest {

    private final Database database;
    private TestBench bench;

    ActivationLinkTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"ACT-10", "ACT-11"})
    void theLinkInTheMailActivatesThePhoneThatHasTheApp() {
        CustomerId customer = blueSite();
        CredentialIssued issued = issueBlue(customer);

        ActivationLink link = mailed().get(0);
        assertEquals(link("manager.example.org", issued.activation()), link);
        redeem(link);

        assertEquals(CredentialState.ACTIVE, state(customer, issued.serial()));
        assertEquals(ActivationRefusal.ALREADY_USED, refusal(link), "one click only");
    }

    @Test
    @Requirement({"ACT-12", "ACT-13", "ACT-14", "ACT-20"})
    void whereAClickCountsABrowserWastesTheLinkAndANewOneIsSent() {
        CustomerId customer = blueSite();
        CredentialIssued issued = issueBlue(customer);
        ActivationLink link = link("manager.example.org", issued.activation());

        assertEquals(OpenedLink.USED_UP, opened(link));
        assertEquals(OpenedLink.USED_UP, opened(link));

        assertEquals(ActivationRefusal.ALREADY_USED, refusal(link));
        assertEquals(List.of(), mailed(), "a message that waited does not carry a wasted link");
        assertEquals(
                List.of("activation-link-used-up"),
                bench.manager.events().after(customer, 0, 100).stream()
                        .map(Event::type)
                        .filter(type -> type.contains("link"))
                        .toList());
        bench.manager.credentials().resendActivation(TestBench.id(), new ResendActivation(customer, issued.serial()));
        redeem(mailed().get(0));
        assertEquals(CredentialState.ACTIVE, state(customer, issued.serial()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"lintel", "imaporter", "baltech"})
    @Requirement("ACT-20")
    void elsewhereOpeningALinkUsesNothingUp(String profile) {
        CustomerId customer = bench.site(Suite.X25519, profile).site().customer();
        CredentialIssued issued = bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                bench.person(customer),
                                "Phone",
                                OptionalLong.of(7),
                                Optional.empty(),
                                Optional.empty(),
                                IssueCredential.ONLY_GROUP,
                                Technology.NONE));
        ActivationLink link = link("localhost", issued.activation());

        assertEquals(OpenedLink.STILL_GOOD, opened(link));
        assertEquals(OpenedLink.STILL_GOOD, opened(link));

        redeem(link);
        assertEquals(OpenedLink.USED_UP, opened(link));
    }

    @Test
    @Requirement("ACC-27")
    void linkOfADeletedCustomerIsNotUsedUp() {
        CustomerId customer = blueSite();
        ActivationLink link = link("localhost", issueBlue(customer).activation());
        bench.manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(customer));

        assertEquals(OpenedLink.EXPIRED, opened(link));

        assertInstanceOf(
                Activation.Open.class,
                bench.store
                        .read(unit -> unit.activations().find(customer, 1))
                        .orElseThrow()
                        .status());
        assertFalse(bench.manager.events().after(customer, 0, 100).stream()
                .anyMatch(event -> event.type().contains("link")));
    }

    @Test
    @Requirement("ACT-16")
    void openingAProjectsLinkUsesNothingUp() {
        CustomerId customer =
                bench.site(Suite.X25519, "baltech-self-service").site().customer();
        ActivationLink link = bench.manager.sites().projectActivation(customer).link("localhost", 7420);

        assertEquals(OpenedLink.STILL_GOOD, opened(link));
        redeem(link);
        assertEquals(OpenedLink.STILL_GOOD, opened(link));
    }

    @Test
    @Requirement({"ACT-13", "ACT-19"})
    void unknownAndOldLinksLookAlikeAndAreLimited() {
        CredentialIssued issued = bench.credential(bench.site().site().customer());
        ActivationLink link = link("localhost", issued.activation());
        ActivationLink guess = new ActivationLink(
                link.suite(), link.managerKey(), ActivationCode.generate(TestBench.RANDOM), link.host(), link.port());
        bench.clock.set(issued.activation().expires());
        assertEquals(OpenedLink.EXPIRED, opened(link));
        for (int i = 1; i < 20; i++) {
            assertEquals(OpenedLink.EXPIRED, opened(guess));
        }

        ManagerException limited = assertThrows(ManagerException.Refused.class, () -> opened(guess));

        assertEquals(ErrorCode.RATE_LIMITED, limited.code());
        assertTrue(limited.retryAfter().isPresent());
    }

    @Test
    @Requirement("ACT-09")
    void theAdministratorSeesThatACodeWaitsAndUntilWhen() {
        CustomerId customer = bench.site(Suite.X25519, "imaporter").site().customer();
        CredentialIssued issued = bench.credential(customer);

        IssuedCredential shown =
                bench.manager.credentials().list(customer, 0, 10).get(0);

        assertEquals(CredentialState.AWAITING_ACTIVATION, shown.state());
        assertEquals(issued.activation().expires(), shown.activationEnds());
        bench.clock.set(shown.activationEnds());
        assertEquals(CredentialState.ACTIVATION_EXPIRED, state(customer, issued.serial()));
    }

    private CustomerId blueSite() {
        CustomerId customer = bench.site(Suite.X25519, "stid-blue").site().customer();
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 50));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 50));
        return customer;
    }

    private CredentialIssued issueBlue(CustomerId customer) {
        return bench.manager
                .credentials()
                .issue(
                        TestBench.id(),
                        new IssueCredential(
                                customer,
                                bench.person(customer),
                                "Phone",
                                OptionalLong.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                IssueCredential.ONLY_GROUP,
                                Technology.BLUE));
    }

    /** The links of the mails that leave now. */
    private List<ActivationLink> mailed() {
        List<OutgoingMessage> sent = new ArrayList<>();
        bench.manager
                .notifications()
                .dispatch(
                        message -> {
                            sent.add(message);
                            return new Delivery.Accepted();
                        },
                        new ManagerAddress("manager.example.org", 7420));
        return sent.stream()
                .map(OutgoingMessage::content)
                .map(content -> assertInstanceOf(NewCode.class, content).link())
                .toList();
    }

    private static ActivationLink link(String host, ActivationTicket ticket) {
        return ActivationLink.parse(ticket.link(host, 7420).text());
    }

    private OpenedLink opened(ActivationLink link) {
        return bench.manager.phones().linkOpened(link, "browser");
    }

    private void redeem(ActivationLink link) {
        assertInstanceOf(ActivationResult.Activated.class, result(link));
    }

    private ActivationRefusal refusal(ActivationLink link) {
        return assertInstanceOf(ActivationResult.Refused.class, result(link)).reason();
    }

    private ActivationResult result(ActivationLink link) {
        return bench.phone(link.suite()).redeem(bench.manager, link);
    }

    private CredentialState state(CustomerId customer, long serial) {
        return bench.manager.credentials().get(customer, serial).state();
    }
}
