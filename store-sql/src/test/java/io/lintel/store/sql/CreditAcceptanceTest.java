package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bucket;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.Distributor;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The acceptance checklist's items on credit (requirements, section 26, 1 to 4), through the whole manager. */
@OnEveryDatabase
class CreditAcceptanceTest {

    private static final DateTimeFormatter SCREEN =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DistributorId DISTRIBUTOR = new DistributorId("00000000000000d1");

    private final Database sort;
    private TestBench bench;
    private Manager manager;

    CreditAcceptanceTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(sort, directory);
        manager = bench.manager;
        bench.clock.set(at("01/29/2021 10:32"));
        bench.store.write(unit -> {
            unit.organisations()
                    .add(new Distributor(DISTRIBUTOR, "Distributor", Optional.empty(), bench.clock.instant()));
            return true;
        });
        manager.credits().purchase(TestBench.id(), new PurchaseCredit(DISTRIBUTOR, 100));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement({"CRD-03", "CRD-05", "CRD-28"})
    void newCustomerHasFiveTrialCreditsAndTheDistributorKeepsItsOwn() {
        CustomerId customer = customer("Bytovka-02");

        assertEquals(new Buckets(0, 5), manager.credits().balance(customer));
        assertEquals(100, available());
        BookRow shown = manager.credits().book(customer, 0, 10).get(0);
        BookRow twin = manager.credits().book(DISTRIBUTOR, 1, 10).get(0);
        assertEquals(Bucket.TRIAL, shown.bucket());
        assertEquals(Bucket.NONE, twin.bucket());
        assertEquals(-5, twin.amount());
        assertEquals(1, manager.credits().book(customer, 0, 10).size());
        assertEquals(2, manager.credits().book(DISTRIBUTOR, 0, 10).size());
    }

    @Test
    @Requirement({"CRD-06", "CRD-12", "CRD-13", "CRD-21", "CRD-26", "CRD-27", "CRD-29", "CRD-30", "CRD-33"})
    void bytovkaLedgerHasTheRowsOfTheScreensAndLeavesFourTrialCredits() {
        bench.clock.set(at("02/03/2021 21:20"));
        CustomerId customer = customer("Bytovka-02");
        bench.clock.set(at("02/03/2021 22:23"));
        issue(customer);
        bench.clock.set(at("02/08/2021 13:11"));
        manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 5));
        bench.clock.set(at("02/08/2021 13:13"));
        manager.credits().takeBack(TestBench.id(), new TakeCreditBack(customer, 5));

        assertEquals(
                List.of(
                        "02/03/2021 21:20|Adding|5.0|Credit added|Paid",
                        "02/03/2021 22:23|Purchase|-1.0|Identifier User ID: 1|Paid",
                        "02/08/2021 13:11|Adding|5.0|Credit added|Paid",
                        "02/08/2021 13:13|Refunding|-5.0|Credit refunded|Refunded"),
                printed(manager.credits().book(customer, 0, 100)));
        assertEquals(
                List.of(
                        "01/29/2021 10:32|Purchase credit|100.0||Paid",
                        "02/03/2021 21:20|Transfer|-5.0|Credit transferred to Bytovka-02|Paid",
                        "02/08/2021 13:11|Transfer|-5.0|Credit transferred to Bytovka-02|Paid",
                        "02/08/2021 13:13|Refunding|5.0|Credit refunded from Bytovka-02|Refunded"),
                printed(manager.credits().book(DISTRIBUTOR, 0, 100)));
        assertEquals(new Buckets(0, 4), manager.credits().balance(customer));
        assertEquals(100, available());
    }

    @Test
    @Requirement({"CRD-01", "CRD-19", "CRD-31"})
    void sixteenKeysLeaveSeventeenPaidAndThreeTrialCredits() {
        CustomerId customer = customer("Bytovka-02");
        for (int key = 1; key <= 2; key++) {
            issue(customer);
        }
        manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 31));
        for (int key = 3; key <= 16; key++) {
            issue(customer);
        }

        assertEquals(
                "17 + 3 (trial credit)", manager.credits().account(customer).text());
        assertEquals(16, manager.credits().account(customer).mobileKeys());
        assertEquals(16, manager.credits().account(customer).spent());
    }

    @Test
    @Requirement({"CRD-05", "CRD-20"})
    void distributorsSeventyFiveIsThePlainSumWithFiveFreeGrants() {
        for (int number = 1; number <= 5; number++) {
            customer("Bytovka-0" + number);
        }
        List<BookRow> rows = manager.credits().book(DISTRIBUTOR, 0, 100);

        assertEquals(75, sum(rows, BookRow::amount));
        assertEquals(100, sum(rows, row -> row.affectsBalance() ? row.amount() : 0));
        assertEquals(
                5, rows.stream().filter(row -> row.cause() == Cause.FREE_GRANT).count());
        assertEquals(100, available());
    }

    @Test
    @Requirement({"CRD-13", "CRD-25", "CRD-35"})
    void moreThanThePaidBalanceIsNotTakenBackAndTrialNever() {
        CustomerId customer = customer("Bytovka-02");
        manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 3));

        assertInsufficient(new TakeCreditBack(customer, 4));
        manager.credits().takeBack(TestBench.id(), new TakeCreditBack(customer, 3));
        assertInsufficient(new TakeCreditBack(customer, 1));

        assertEquals(new Buckets(0, 5), manager.credits().balance(customer));
        assertEquals(100, available());
    }

    private void assertInsufficient(TakeCreditBack request) {
        ManagerException refused =
                assertThrows(ManagerException.class, () -> manager.credits().takeBack(TestBench.id(), request));
        assertEquals(ErrorCode.INSUFFICIENT_CREDIT, refused.code());
    }

    private CustomerId customer(String name) {
        return manager.sites()
                .create(TestBench.id(), new CreateSite(name, Suite.X25519, Profiles.builtIn("imaporter"), DISTRIBUTOR))
                .site()
                .customer();
    }

    private void issue(CustomerId customer) {
        manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, bench.person(customer), "Phone"));
    }

    private long available() {
        return manager.credits().balance(DISTRIBUTOR).paid();
    }

    private static long sum(List<BookRow> rows, ToLongFunction<BookRow> amount) {
        return rows.stream().mapToLong(amount).sum();
    }

    private static List<String> printed(List<BookRow> rows) {
        return rows.stream()
                .map(row -> String.join(
                        "|",
                        SCREEN.format(row.at()),
                        row.type().label(),
                        row.amountText(),
                        row.description(),
                        row.status().label()))
                .toList();
    }

    private static Instant at(String screen) {
        return LocalDateTime.parse(screen, SCREEN).toInstant(ZoneOffset.UTC);
    }
}
