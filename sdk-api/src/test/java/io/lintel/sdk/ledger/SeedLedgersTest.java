package io.lintel.sdk.ledger;

import static io.lintel.sdk.ledger.LedgerFixture.CUSTOMER;
import static io.lintel.sdk.ledger.LedgerFixture.DISTRIBUTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.sdk.model.CustomerId;
import io.lintel.testing.Requirement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The ledgers on the seeds' screens, replayed: rows, words, signs and balances as printed (requirements 5.2, 5.3). */
class SeedLedgersTest {

    private static final DateTimeFormatter SCREEN =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final LedgerFixture ledger = new LedgerFixture("Bytovka-02", false);

    @Test
    @Requirement({"CRD-03", "CRD-05", "CRD-28", "CRD-33"})
    void newCustomerHasFiveTrialNoPaidAndTwoRowsAndTheDistributorKeepsItsCredit() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100));
        ledger.post(grant(CUSTOMER));

        assertEquals(new Buckets(0, 5), ledger.customerBalance());
        assertEquals(100, ledger.available());
        BookRow twin = ledger.book(BookId.of(DISTRIBUTOR)).get(1);
        BookRow row = ledger.book(BookId.of(CUSTOMER)).get(0);
        assertEquals(-5, twin.amount());
        assertEquals(Bucket.NONE, twin.bucket());
        assertEquals(5, row.amount());
        assertEquals(Bucket.TRIAL, row.bucket());
        assertEquals(row.transfer(), twin.transfer());
    }

    @Test
    @Requirement({"CRD-06", "CRD-07", "CRD-12", "CRD-13", "CRD-21", "CRD-26", "CRD-27", "CRD-29", "CRD-30"})
    void bytovkaLedgerHasTheRowsAndBalancesOfTheScreens() {
        replayBytovka();

        assertEquals(
                List.of(
                        "02/03/2021 21:20|Adding|5.0|Credit added|Paid",
                        "02/03/2021 22:23|Purchase|-1.0|Identifier User ID: 1|Paid",
                        "02/08/2021 13:11|Adding|5.0|Credit added|Paid",
                        "02/08/2021 13:13|Refunding|-5.0|Credit refunded|Refunded"),
                printed(BookId.of(CUSTOMER)));
        assertEquals(
                List.of(
                        "01/29/2021 10:32|Purchase credit|100.0||Paid",
                        "02/03/2021 21:20|Transfer|-5.0|Credit transferred to Bytovka-02|Paid",
                        "02/08/2021 13:11|Transfer|-5.0|Credit transferred to Bytovka-02|Paid",
                        "02/08/2021 13:13|Refunding|5.0|Credit refunded from Bytovka-02|Refunded"),
                printed(BookId.of(DISTRIBUTOR)));
        assertEquals(new Buckets(0, 4), ledger.customerBalance());
        assertEquals(100, ledger.available());
    }

    @Test
    @Requirement({"CRD-01", "CRD-19", "CRD-31"})
    void sixteenKeysLeaveSeventeenPaidAndThreeTrialCredits() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100));
        ledger.post(grant(CUSTOMER));
        IntStream.rangeClosed(1, 2).forEach(key -> ledger.post(ledger.issue(key)));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 31));
        IntStream.rangeClosed(3, 16).forEach(key -> ledger.post(ledger.issue(key)));

        assertEquals(new Buckets(17, 3), ledger.customerBalance());
        assertEquals(16, ledger.state().balance(Account.consumed(CUSTOMER)));
        assertEquals(16, keys());
    }

    @Test
    @Requirement("CRD-31")
    void noOrderButPaidFirstExplainsSeventeenAndThree() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100));
        ledger.post(grant(CUSTOMER));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 31));
        for (int key = 1; key <= 16; key++) {
            ledger.post(new KeyCharge.Issue(
                    ledger.id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.TRIAL_FIRST, new ChargedKey(key, key)));
        }

        assertEquals(new Buckets(20, 0), ledger.customerBalance());
    }

    @Test
    @Requirement({"CRD-05", "CRD-20"})
    void distributorsSeventyFiveIsThePlainSumWithFiveFreeGrantsWhileItsCreditIsOneHundred() {
        replayBytovka();
        for (int other = 2; other <= 5; other++) {
            ledger.post(grant(new CustomerId("00000000000000c" + other)));
        }

        List<BookRow> rows = ledger.book(BookId.of(DISTRIBUTOR));
        assertEquals(75, rows.stream().mapToLong(BookRow::amount).sum(), "what the seed's screen adds up");
        assertEquals(
                100,
                rows.stream()
                        .filter(BookRow::affectsBalance)
                        .mapToLong(BookRow::amount)
                        .sum(),
                "what counts");
        assertEquals(100, ledger.available());
        assertEquals(
                5, rows.stream().filter(row -> row.cause() == Cause.FREE_GRANT).count());
    }

    @Test
    @Requirement({"CRD-13", "CRD-25", "CRD-35"})
    void moreThanThePaidBalanceIsNotTakenBackAndTrialNever() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 10));
        ledger.post(grant(CUSTOMER));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 3));

        TransferResult.Insufficient refused = assertInstanceOf(
                TransferResult.Insufficient.class,
                ledger.apply(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 4)));
        ledger.post(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 3));
        TransferResult trial = ledger.apply(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 1));

        assertEquals(3, refused.available());
        assertEquals(4, refused.needed());
        assertTrue(trial instanceof TransferResult.Insufficient, "" + trial);
        assertEquals(new Buckets(0, 5), ledger.customerBalance());
    }

    private void replayBytovka() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100), at("01/29/2021 10:32"));
        ledger.post(grant(CUSTOMER), at("02/03/2021 21:20"));
        ledger.post(ledger.issue(1), at("02/03/2021 22:23"));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 5), at("02/08/2021 13:11"));
        ledger.post(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 5), at("02/08/2021 13:13"));
    }

    private AccountTransfer grant(CustomerId customer) {
        return new AccountTransfer.FreeGrant(ledger.id(), DISTRIBUTOR, customer, 5);
    }

    private long keys() {
        return ledger.book(BookId.of(CUSTOMER)).stream()
                .filter(row -> row.cause() == Cause.KEY_ISSUE)
                .count();
    }

    private List<String> printed(BookId book) {
        return ledger.book(book).stream()
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
