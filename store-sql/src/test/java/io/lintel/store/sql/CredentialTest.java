package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class CredentialTest {

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    CredentialTest(Database database) {
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
    @Requirement({"CRD-01", "CRD-12", "CRD-21", "ACT-03", "ACT-04", "DEV-06"})
    void issueChargesOneCreditAtOnceAndReturnsTheCode() {
        CredentialIssued issued = bench.credential(customer);

        assertEquals(new Buckets(0, 4), issued.balance());
        BookRow row = bench.manager.credits().book(customer, 1, 10).get(0);
        assertEquals("Purchase", row.type().label());
        assertEquals("-1.0", row.amountText());
        assertEquals("Identifier User ID: 1", row.description());
        assertEquals("Paid", row.status().label());
        assertEquals(ActivationCode.LENGTH, issued.activation().code().text().length());
        assertEquals(Instant.parse("2026-11-27T10:15:00Z"), issued.activation().expires());
        IssuedCredential credential = bench.manager.credentials().get(customer, issued.serial());
        assertEquals(CredentialState.AWAITING_ACTIVATION, credential.state());
        assertEquals(Instant.parse("2026-11-20T00:00:00Z"), credential.terms().validFrom());
        assertEquals(Optional.empty(), credential.terms().validUntil());
    }

    @Test
    void issueWritesOneRowInEachBook() {
        bench.credential(customer);

        BookRow row =
                bench.manager.credits().book(DistributorId.OPERATOR, 1, 10).get(0);
        assertEquals("Purchase", row.type().label());
        assertEquals(-1, row.amount());
        assertEquals(Buckets.ZERO, row.change());
        assertEquals(2, bench.manager.credits().book(customer, 0, 10).size());
        assertEquals(
                2, bench.manager.credits().book(DistributorId.OPERATOR, 0, 10).size());
    }

    @Test
    @Requirement("CRD-32")
    void wherePolicySaysSoTheDistributorsBookListsNoIssues() {
        CustomerId other = bench.site(Suite.P256, "imaporter").site().customer();
        long before =
                bench.manager.credits().book(DistributorId.OPERATOR, 0, 10).size();

        bench.credential(other);

        assertEquals(
                before,
                bench.manager.credits().book(DistributorId.OPERATOR, 0, 10).size());
        assertEquals(2, bench.manager.credits().book(other, 0, 10).size());
    }

    @Test
    @Requirement({"CRD-02", "CRD-35"})
    void issueWithoutCreditIsRefusedAndLeavesNothing() {
        IntStream.range(0, 5).forEach(i -> bench.credential(customer));
        long person = bench.person(customer);
        int audited = bench.manager.events().audit(customer, 0, 1000).size();
        IssueCredential request = IssueCredential.of(customer, person, "Phone");
        CommandId id = TestBench.id();

        ManagerException refused = assertThrows(
                ManagerException.class, () -> bench.manager.credentials().issue(id, request));

        assertEquals(ErrorCode.INSUFFICIENT_CREDIT, refused.code());
        assertEquals(5, bench.manager.credentials().list(customer, 0, 10).size());
        assertEquals(6, bench.manager.credits().book(customer, 0, 100).size());
        assertEquals(audited, bench.manager.events().audit(customer, 0, 1000).size());
        assertEquals(Buckets.ZERO, bench.manager.credits().balance(customer));

        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 1));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 1));
        assertEquals(6, bench.manager.credentials().issue(id, request).serial());
    }

    @Test
    @Requirement("CRD-31")
    void paidCreditIsSpentBeforeTrialCredit() {
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 1));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 1));

        assertEquals(new Buckets(0, 5), bench.credential(customer).balance());
        assertEquals(new Buckets(0, 4), bench.credential(customer).balance());
    }

    @Test
    @Requirement({"DEV-02", "DEV-10"})
    void numbersAreConsecutiveAndEachDeviceHasItsOwnCredential() {
        long person = bench.person(customer);
        List<CredentialIssued> issued = IntStream.range(0, 3)
                .mapToObj(i -> bench.manager
                        .credentials()
                        .issue(TestBench.id(), IssueCredential.of(customer, person, "Phone " + i)))
                .toList();

        assertEquals(
                List.of(1L, 2L, 3L),
                issued.stream().map(CredentialIssued::serial).toList());
        assertEquals(
                List.of(1L, 2L, 3L),
                issued.stream().map(CredentialIssued::accessNumber).toList());
        assertEquals(
                3,
                issued.stream()
                        .map(one -> one.activation().code().text())
                        .collect(Collectors.toSet())
                        .size());
        assertEquals(
                Device.Status.UNAUTHENTICATED,
                bench.store
                        .read(unit ->
                                unit.people().findDevice(customer, issued.get(0).device()))
                        .orElseThrow()
                        .status());
    }

    @Test
    @Requirement("DEV-09")
    void duplicateAccessNumberIsRefused() {
        long person = bench.person(customer);
        IssueCredential request = numbered(person, 17);
        bench.manager.credentials().issue(TestBench.id(), request);

        ManagerException refused = assertThrows(
                ManagerException.class, () -> bench.manager.credentials().issue(TestBench.id(), request));

        assertEquals(ErrorCode.DUPLICATE_ACCESS_NUMBER, refused.code());
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));
        assertEquals(18, bench.credential(customer).accessNumber());
    }

    @Test
    @Requirement("DEV-10")
    void veryHighAccessNumbersDoNotEndAutomaticOnes() {
        long person = bench.person(customer);
        bench.manager.credentials().issue(TestBench.id(), numbered(person, Long.MAX_VALUE));
        assertEquals(1, bench.credential(customer).accessNumber());

        bench.manager.credentials().issue(TestBench.id(), numbered(person, (1L << 35) - 1));
        assertEquals(2, bench.credential(customer).accessNumber());
    }

    @Test
    @Requirement("DEV-09")
    void replacementCarriesTheNumberOfTheCredentialThatWasRevoked() {
        long person = bench.person(customer);
        CredentialIssued lost = bench.manager.credentials().issue(TestBench.id(), numbered(person, 17));
        ActivationTest.granted(bench.phone(Suite.X25519).redeem(bench.manager, lost.activation()));
        bench.manager.credentials().revoke(TestBench.id(), new RevokeCredential(customer, lost.serial()));

        assertEquals(
                17,
                bench.manager
                        .credentials()
                        .issue(TestBench.id(), numbered(person, 17))
                        .accessNumber());
        assertThrows(
                ManagerException.Refused.class,
                () -> bench.manager.credentials().issue(TestBench.id(), numbered(person, 17)));
    }

    @Test
    void codeOfACredentialWhoseValidityHasEndedIsNotSentAgain() {
        Instant end = TestBench.START.plusSeconds(60);
        IssueCredential request = new IssueCredential(
                customer,
                bench.person(customer),
                "Phone",
                OptionalLong.empty(),
                Optional.empty(),
                Optional.of(end),
                IssueCredential.ONLY_GROUP,
                Technology.NONE);
        ResendActivation resend = new ResendActivation(
                customer,
                bench.manager.credentials().issue(TestBench.id(), request).serial());
        bench.clock.set(end.minusSeconds(1));
        bench.manager.credentials().resendActivation(TestBench.id(), resend);
        bench.clock.set(end);

        ManagerException refused = assertThrows(
                ManagerException.Refused.class,
                () -> bench.manager.credentials().resendActivation(TestBench.id(), resend));

        assertEquals(ErrorCode.ILLEGAL_TRANSITION, refused.code());
    }

    @Test
    void duplicateAccessNumberIsIssuedWherePolicyAllowsIt() {
        String permissive = Profiles.print(Profiles.builtIn(Profiles.DEFAULT))
                .replace("\"duplicates\" : \"BY_DISTRIBUTOR\"", "\"duplicates\" : \"ALWAYS\"");
        customer = bench.manager
                .sites()
                .create(
                        TestBench.id(),
                        new CreateSite("Depot", Suite.X25519, Profiles.parse(permissive), DistributorId.OPERATOR))
                .site()
                .customer();
        long person = bench.person(customer);
        bench.manager.credentials().issue(TestBench.id(), numbered(person, 17));

        assertEquals(
                17,
                bench.manager
                        .credentials()
                        .issue(TestBench.id(), numbered(person, 17))
                        .accessNumber());
    }

    @Test
    @Spec({"TAP-11-20", "TAP-11-21"})
    void credentialThatCannotBeSignedIsRefusedBeforeItIsCharged() {
        long person = bench.person(customer);
        IssueCredential tooWide = new IssueCredential(
                customer,
                person,
                "Phone",
                OptionalLong.of(Long.MAX_VALUE),
                Optional.of(TestBench.START.plusSeconds(60)),
                Optional.of(TestBench.START.plusSeconds(120)),
                Set.of(16000, 16001, 16002, 16003, 16004, 16005, 16006, 16007),
                Technology.BLUE);

        assertThrows(
                IllegalArgumentException.class,
                () -> bench.manager.credentials().issue(TestBench.id(), tooWide));

        assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
    }

    @Test
    @Requirement({"ACT-13", "ACT-14"})
    void expiredCodeIsReplacedWithoutANewCharge() {
        CredentialIssued issued = bench.credential(customer);
        bench.clock.set(issued.activation().expires());
        assertEquals(
                CredentialState.ACTIVATION_EXPIRED,
                bench.manager.credentials().get(customer, issued.serial()).state());

        var ticket = bench.manager
                .credentials()
                .resendActivation(TestBench.id(), new ResendActivation(customer, issued.serial()));

        assertEquals(
                CredentialState.AWAITING_ACTIVATION,
                bench.manager.credentials().get(customer, issued.serial()).state());
        assertTrue(ticket.expires().isAfter(issued.activation().expires()));
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));
    }

    private IssueCredential numbered(long person, long accessNumber) {
        return new IssueCredential(
                customer,
                person,
                "Phone",
                OptionalLong.of(accessNumber),
                Optional.empty(),
                Optional.empty(),
                IssueCredential.ONLY_GROUP,
                Technology.NONE);
    }
}
