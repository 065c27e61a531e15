package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.protocol.statement.Credential;
import io.lintel.sdk.Manager;
import io.lintel.sdk.command.activation.SelfServiceLimit;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.credential.RemoveDevice;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Principal;
import io.lintel.sdk.organisation.DeleteCustomer;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.sdk.site.RenewProjectActivation;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sites where people register themselves, through the messages that phones send. */
@OnEveryDatabase
class SelfServiceTest {

    private static final String PROFILE = "baltech-self-service";

    private final Database database;
    private TestBench bench;

    SelfServiceTest(Database database) {
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
    @Requirement({"SSR-04", "ACT-16"})
    void aSiteHasItsCodeFromTheBeginningAndShowsItAgain() {
        CustomerId customer = site(PROFILE);

        ProjectActivation activation = activation(customer);

        assertEquals(activation, activation(customer));
        assertEquals(1, activation.number());
        assertEquals(Optional.empty(), activation.expires());
        assertEquals(OptionalLong.empty(), activation.usesLeft());
        assertFalse(activation.toString().contains(activation.code().text()));
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"SSR-01", "SSR-08", "DEV-21", "USR-13"})
    void aPhoneGetsTheNextNumberAndNobodyIsNamed(Suite suite) {
        CustomerId customer = bench.site(suite, PROFILE).site().customer();
        Phone first = bench.phone(suite);
        Phone second = bench.phone(suite);

        assertEquals(1, credential(first, redeem(first, customer)).accessNumber());
        assertEquals(2, credential(second, redeem(second, customer)).accessNumber());

        List<IssuedCredential> credentials = bench.manager.credentials().list(customer, 0, 10);
        assertEquals(List.of(1L, 2L), numbers(credentials));
        assertTrue(credentials.stream()
                .allMatch(one -> one.state() == CredentialState.ACTIVE && one.person() == IssuedCredential.NOBODY));
        assertEquals(List.of(), bench.manager.people().list(customer, 0, 10));
        assertEquals("Unknown", bench.manager.credentials().status(customer, 1).person());
        assertEquals(Buckets.ZERO, bench.manager.credits().balance(customer));
    }

    @Test
    @Requirement({"SSR-04", "ACT-16"})
    void theCodeNeitherEndsNorIsUsedUp() {
        CustomerId customer = site(PROFILE);
        redeemed(customer, 3);
        bench.clock.set(TestBench.START.plus(Duration.ofDays(5 * 365)));

        assertEquals(1, redeemed(customer, 1));
        assertEquals(List.of(1L, 2L, 3L, 4L), numbers(customer));
    }

    @Test
    @Requirement("SSR-08")
    @Spec("TAP-12-28")
    void theSameKeyGetsTheSameCredentialWhateverItsRequest() {
        CustomerId customer = site(PROFILE);
        Phone phone = bench.phone(Suite.X25519);
        Phone again = new Phone(
                TestBench.PRIMITIVES.suite(Suite.X25519), phone.holder(), Phone.newRequestId(TestBench.RANDOM));

        ActivationGrant first = redeem(phone, customer);

        assertEquals(first.credential(), redeem(phone, customer).credential());
        assertEquals(first.credential(), redeem(again, customer).credential());
        assertEquals(List.of(1L), numbers(customer));
    }

    @Test
    @Requirement("PHN-05")
    void aNewPhoneGetsANewNumberAndTheOldOneStaysTheHostsToBlock() {
        CustomerId customer = site(PROFILE);
        Phone old = bench.phone(Suite.X25519);
        assertEquals(1, credential(old, redeem(old, customer)).accessNumber());
        Phone replacement = bench.phone(Suite.X25519);

        assertEquals(2, credential(replacement, redeem(replacement, customer)).accessNumber());

        assertEquals(
                List.of(CredentialState.ACTIVE, CredentialState.ACTIVE),
                bench.manager.credentials().list(customer, 0, 10).stream()
                        .map(IssuedCredential::state)
                        .toList());
    }

    @Test
    @Requirement({"SSR-13", "SSR-14"})
    void theAssignedRangeCountsNumbersAndNothingElse() {
        CustomerId customer = site(PROFILE);
        assertEquals(0, bench.manager.sites().assignedNumbers(customer).assignedThrough());
        assertFalse(bench.manager.sites().assignedNumbers(customer).contains(1));

        redeemed(customer, 2);

        assertEquals(2, bench.manager.sites().assignedNumbers(customer).assignedThrough());
        assertTrue(bench.manager.sites().assignedNumbers(customer).contains(2));
        assertFalse(bench.manager.sites().assignedNumbers(customer).contains(3));
        assertEquals(
                "{\"assignedThrough\":2}",
                StrictJson.writeLine(bench.manager.sites().assignedNumbers(customer)),
                "neither registration nor use is told");
    }

    @Test
    @Requirement("SSR-02")
    void item12SelfServiceIsNotEnabledLater() {
        CustomerId customer = site(Profiles.DEFAULT);

        for (Runnable command : List.<Runnable>of(
                () -> activation(customer),
                () -> renew(customer),
                () -> bench.manager.sites().assignedNumbers(customer))) {
            ManagerException refused = assertThrows(ManagerException.Refused.class, command::run);
            assertEquals(ErrorCode.ENROLMENT_NOT_OFFERED, refused.code());
            assertTrue(String.valueOf(refused.getMessage()).contains("cannot be enabled later"), refused.getMessage());
        }
    }

    @Test
    void aRenewedCodeEndsTheOldOneForNewPhonesAlone() {
        CustomerId customer = site(PROFILE);
        ProjectActivation old = activation(customer);
        Phone before = bench.phone(Suite.X25519);
        ActivationGrant grant = granted(before.redeem(bench.manager, old));

        ProjectActivation fresh = renew(customer);

        assertEquals(2, fresh.number());
        assertNotEquals(old.code(), fresh.code());
        assertEquals(fresh, activation(customer));
        assertEquals(
                ActivationRefusal.UNKNOWN_CODE,
                refusal(bench.phone(Suite.X25519).redeem(bench.manager, old)));
        assertEquals(
                grant.credential(), granted(before.redeem(bench.manager, old)).credential());
        assertEquals(
                grant.credential(), granted(before.redeem(bench.manager, fresh)).credential());
        granted(bench.phone(Suite.X25519).redeem(bench.manager, fresh));
        assertEquals(List.of(1L, 2L), numbers(customer));
    }

    @Test
    @Requirement("ACT-19")
    void theStoreHoldsNoProjectCode() throws IOException, SQLException {
        CustomerId customer = site(PROFILE);
        String code = activation(customer).code().text();

        bench.store.close();
        assertTrue(bench.database.octets().contains("Town hall"), "the search finds what is there");
        assertFalse(bench.database.octets().contains(code), "a code in the database");
    }

    @Test
    void aProfileMayBoundUsesAndTime() {
        CustomerId few = site(edited("\"scope\": \"PROJECT\",", "\"scope\": \"PROJECT\", \"maxUses\": 2,"));
        assertEquals(2, redeemed(few, 2));
        assertEquals(OptionalLong.of(0), activation(few).usesLeft());
        assertEquals(
                ActivationRefusal.ALREADY_USED,
                refusal(bench.phone(Suite.X25519).redeem(bench.manager, activation(few))));

        CustomerId brief = site(edited("\"scope\": \"PROJECT\",", "\"scope\": \"PROJECT\", \"validity\": \"P7D\","));
        assertEquals(1, redeemed(brief, 1));
        bench.clock.set(TestBench.START.plus(Period.ofDays(7)));
        assertEquals(
                ActivationRefusal.EXPIRED, refusal(bench.phone(Suite.X25519).redeem(bench.manager, activation(brief))));
    }

    @Test
    @Requirement({"SSR-15", "CRD-35"})
    void whereNoNumberOrNoCreditIsLeftNothingIsTaken() {
        CustomerId narrow = site(edited("34359738367", "2"));
        redeemed(narrow, 2);
        assertEquals(
                ActivationRefusal.NONE_LEFT,
                refusal(bench.phone(Suite.X25519).redeem(bench.manager, activation(narrow))));
        assertEquals(List.of(1L, 2L), numbers(narrow));
        assertEquals(2, bench.manager.sites().assignedNumbers(narrow).assignedThrough());

        CustomerId poor = site(
                edited(
                        "\"cost\": 0,\n    \"trialGrant\": 0,\n    \"order\": \"PAID_FIRST\",\n    \"chargeAt\": \"ISSUE\"",
                        "\"cost\": 2,\n    \"trialGrant\": 3,\n    \"order\": \"PAID_FIRST\",\n    \"chargeAt\": \"ACTIVATION\""));
        redeemed(poor, 1);
        Phone waiting = bench.phone(Suite.X25519);
        assertEquals(ActivationRefusal.NONE_LEFT, refusal(waiting.redeem(bench.manager, activation(poor))));
        assertEquals(new Buckets(0, 1), bench.manager.credits().balance(poor));
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 1));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(poor, 1));

        assertEquals(2, credential(waiting, redeem(waiting, poor)).accessNumber(), "the number was not lost");
        assertEquals(Buckets.ZERO, bench.manager.credits().balance(poor));
    }

    @Test
    @Requirement("ACT-19")
    void newPhonesAreLimitedPerSourceAndThoseThatAreKnownAreNot() {
        CustomerId customer = site(PROFILE);
        ProjectActivation activation = activation(customer);
        Phone known = bench.phone(Suite.X25519);
        granted(known.redeem(bench.manager, activation));
        redeemed(customer, SelfServiceLimit.MAX_PER_SOURCE - 1);

        ActivationResult.Refused limited = assertInstanceOf(
                ActivationResult.Refused.class, bench.phone(Suite.X25519).redeem(bench.manager, activation));

        assertEquals(ActivationRefusal.RATE_LIMITED, limited.reason());
        assertEquals(Optional.of(SelfServiceLimit.WINDOW), limited.retryAfter());
        granted(known.redeem(bench.manager, activation));
        assertEquals(SelfServiceLimit.MAX_PER_SOURCE, numbers(customer).size());
        bench.clock.set(TestBench.START.plus(SelfServiceLimit.WINDOW));
        granted(bench.phone(Suite.X25519).redeem(bench.manager, activation));
    }

    @Test
    @Requirement({"SSR-10", "SSR-12", "NTF-08"})
    void nobodyIsToldAnything() {
        CustomerId customer = site(PROFILE);
        redeemed(customer, 3);

        assertEquals(List.of(), bench.manager.notifications().list(customer, 0, 10));
        assertEquals(
                List.of(), bench.manager.events().subscriptions(customer, 0, 10), "nothing goes to a host by itself");
    }

    @Test
    @Requirement({"REV-14", "SSR-05"})
    void nobodyTakesACredentialBackInTheManager() {
        CustomerId customer = site(PROFILE);
        redeemed(customer, 1);
        Manager admin = bench.manager.as(new Principal.CustomerAdmin(customer, 1));
        Manager holder = bench.manager.as(new Principal.EndUser(customer, 1));

        for (Runnable command : List.<Runnable>of(
                () -> admin.credentials().revoke(TestBench.id(), new RevokeCredential(customer, 1)),
                () -> holder.credentials().revoke(TestBench.id(), new RevokeCredential(customer, 1)),
                () -> admin.credentials().removeDevice(TestBench.id(), new RemoveDevice(customer, 1)),
                () -> admin.credentials().delete(TestBench.id(), new DeleteCredential(customer, 1)),
                () -> admin.credentials().markLost(TestBench.id(), new MarkCredentialLost(customer, 1, true)))) {
            assertEquals(
                    ErrorCode.NOT_OFFERED,
                    assertThrows(ManagerException.Refused.class, command::run).code());
        }
        assertEquals(
                CredentialState.ACTIVE,
                bench.manager.credentials().get(customer, 1).state());
    }

    @Test
    void aDeletedCustomersCodeGivesNothing() {
        CustomerId customer = site(PROFILE);
        ProjectActivation activation = activation(customer);
        bench.manager.organisations().deleteCustomer(TestBench.id(), new DeleteCustomer(customer));

        assertEquals(
                ActivationRefusal.CREDENTIAL_ENDED,
                refusal(bench.phone(Suite.X25519).redeem(bench.manager, activation)));
    }

    private CustomerId site(String profile) {
        return bench.site(Suite.X25519, profile).site().customer();
    }

    private CustomerId site(Profile profile) {
        return bench.manager
                .sites()
                .create(TestBench.id(), new CreateSite("Town hall", Suite.X25519, profile, DistributorId.OPERATOR))
                .site()
                .customer();
    }

    private static Profile edited(String from, String to) {
        String text = Profiles.print(Profiles.builtIn(PROFILE));
        String edited = text.replaceAll("\\s*:\\s*", ": ").replace(from, to);
        assertNotEquals(text.replaceAll("\\s*:\\s*", ": "), edited, "the profile's text has other words");
        return Profiles.parse(edited);
    }

    private ProjectActivation activation(CustomerId customer) {
        return bench.manager.sites().projectActivation(customer);
    }

    private ProjectActivation renew(CustomerId customer) {
        return bench.manager.sites().renewProjectActivation(TestBench.id(), new RenewProjectActivation(customer));
    }

    /** Lets new phones redeem the project's code. */
    private int redeemed(CustomerId customer, int phones) {
        LongStream.range(0, phones).forEach(i -> redeem(bench.phone(Suite.X25519), customer));
        return phones;
    }

    private ActivationGrant redeem(Phone phone, CustomerId customer) {
        return granted(phone.redeem(bench.manager, activation(customer)));
    }

    private Credential credential(Phone phone, ActivationGrant grant) {
        return VerifiedGrant.of(grant, phone.crypto(), phone.holder().publicKey(), bench.clock.instant())
                .credential()
                .value();
    }

    private List<Long> numbers(CustomerId customer) {
        return numbers(bench.manager.credentials().list(customer, 0, 1000));
    }

    private static List<Long> numbers(List<IssuedCredential> credentials) {
        return credentials.stream().map(IssuedCredential::accessNumber).toList();
    }

    private static ActivationGrant granted(ActivationResult result) {
        return assertInstanceOf(ActivationResult.Activated.class, result).grant();
    }

    private static ActivationRefusal refusal(ActivationResult result) {
        return assertInstanceOf(ActivationResult.Refused.class, result).reason();
    }
}
