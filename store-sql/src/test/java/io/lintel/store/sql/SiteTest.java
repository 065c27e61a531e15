package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bucket;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.SiteRecords.Foundation;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@OnEveryDatabase
class SiteTest {

    private final Database database;
    private TestBench bench;

    SiteTest(Database database) {
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
    @Requirement({"CRD-03", "CRD-04", "CRD-28", "CRD-19"})
    void newCustomerGetsFiveTrialCredits() {
        SiteCreated created = bench.site();

        assertEquals(new Buckets(0, 5), created.balance());
        assertEquals(
                new Buckets(0, 5),
                bench.manager.credits().balance(created.site().customer()));
        BookRow row = only(bench.manager.credits().book(created.site().customer(), 0, 10));
        assertEquals("Adding", row.type().label());
        assertEquals("5.0", row.amountText());
        assertEquals("Credit added", row.description());
        assertEquals("Paid", row.status().label());
        assertEquals(Bucket.TRIAL, row.bucket());
    }

    @Test
    @Requirement({"CRD-05", "CRD-26", "CRD-32"})
    void distributorsTwinOfTheFreeGrantLooksLikeATransferAndChangesNothing() {
        SiteCreated created = bench.site();

        BookRow twin = only(bench.manager.credits().book(DistributorId.OPERATOR, 0, 10));
        BookRow own = only(bench.manager.credits().book(created.site().customer(), 0, 10));
        assertEquals("Transfer", twin.type().label());
        assertEquals("-5.0", twin.amountText());
        assertEquals("Credit transferred to Town hall", twin.description());
        assertFalse(twin.affectsBalance());
        assertEquals(own.at(), twin.at());
        assertEquals(-own.amount(), twin.amount());
        assertEquals(Buckets.ZERO, bench.manager.credits().balance(DistributorId.OPERATOR));
    }

    @Test
    @Requirement({"CRD-06", "CRD-07", "CRD-10"})
    void distributorBuysCreditAndPassesItOn() {
        CustomerId customer = bench.site().site().customer();

        assertEquals(
                new Buckets(100, 0),
                bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 100)));
        assertEquals(
                new Buckets(40, 5), bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 40)));

        assertEquals(new Buckets(60, 0), bench.manager.credits().balance(DistributorId.OPERATOR));
        List<BookRow> rows = bench.manager.credits().book(DistributorId.OPERATOR, 1, 10);
        assertEquals(
                List.of("Purchase credit", "Transfer"),
                rows.stream().map(row -> row.type().label()).toList());
        assertEquals("", rows.get(0).description());
    }

    @Test
    void distributorCannotPassOnWhatItDoesNotHave() {
        CustomerId customer = bench.site().site().customer();

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 1)));

        assertEquals(ErrorCode.INSUFFICIENT_CREDIT, refused.code());
        assertEquals(1, bench.manager.credits().book(customer, 0, 10).size());
    }

    @ParameterizedTest
    @EnumSource
    @Requirement({"KEY-01", "KEY-02"})
    void everySiteHasItsOwnKeysAndAnEmptyList(Suite suite) {
        CryptoSuite crypto = TestBench.PRIMITIVES.suite(suite);
        SiteCreated one = bench.site(suite, Profiles.DEFAULT);
        SiteCreated other = bench.site(suite, Profiles.DEFAULT);

        CustomerId customer = one.site().customer();
        Foundation foundation = bench.store.read(unit -> unit.sites().foundation(customer));
        ProjectTrust trust = ProjectTrust.pin(crypto, one.root(), foundation.issuingKeys());
        assertEquals(one.site().project(), trust.project());
        assertNotEquals(one.site().project(), other.site().project());
        assertNotEquals(projectKey(customer), projectKey(other.site().customer()));
        Signed<RevocationList> list = trust.verifyList(
                bench.manager.sites().currentRevocationList(customer).statement(), TestBench.START);
        assertEquals(1, list.value().listEpoch());
        assertEquals(0, list.value().revoked().size());
        assertEquals(one.managerKey(), other.managerKey());
    }

    private Object projectKey(CustomerId customer) {
        return bench.store.read(
                unit -> unit.keys().open(customer, KeyKind.PROJECT, 1).orElseThrow());
    }

    @Test
    void everyChangeIsInTheAuditTrailAndInTheOutbox() {
        CustomerId customer = bench.site().site().customer();
        bench.person(customer);

        List<Change.Kind> kinds = bench.manager.events().audit(customer, 0, 10).stream()
                .map(recorded -> recorded.change().kind())
                .toList();
        assertEquals(List.of(Change.Kind.LIST_PUBLISHED, Change.Kind.SITE_CREATED, Change.Kind.PERSON_ADDED), kinds);
        assertEquals(
                bench.manager.events().audit(customer, 0, 10),
                bench.store.read(unit -> unit.journal().outbox(customer, 0, 10)));
    }

    @Test
    void unknownDistributorIsRefusedAndLeavesNothing() {
        CreateSite request = new CreateSite(
                "Town hall", Suite.X25519, Profiles.builtIn(Profiles.DEFAULT), new DistributorId("00000000000000ff"));

        assertThrows(
                ManagerException.NotFound.class, () -> bench.manager.sites().create(TestBench.id(), request));

        assertEquals(List.of(), bench.manager.sites().list());
    }

    @Test
    void personWithoutWhatTheProfileNeedsIsRefused() {
        CustomerId customer = bench.site().site().customer();

        ManagerException refused = assertThrows(
                ManagerException.class,
                () -> bench.manager.people().add(TestBench.id(), new AddPerson(customer, "Ada", "", "")));

        assertEquals(ErrorCode.INVALID_REQUEST, refused.code());
        assertEquals(List.of(), bench.manager.people().list(customer, 0, 10));
    }

    @Test
    void commandOnAnUnknownSiteIsNotFound() {
        AddPerson request = new AddPerson(new CustomerId("00000000000000aa"), "Ada", "Byron", "ada@example.org");

        assertThrows(
                ManagerException.NotFound.class, () -> bench.manager.people().add(TestBench.id(), request));
    }

    private static <T> T only(List<T> values) {
        assertEquals(1, values.size());
        return values.get(0);
    }
}
