package io.lintel.sdk.ledger;

import static io.lintel.sdk.ledger.LedgerFixture.CUSTOMER;
import static io.lintel.sdk.ledger.LedgerFixture.DISTRIBUTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.testing.Requirement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ChargeTest {

    private static final List<BiFunction<TransferId, Charge, ChargeFollowUp>> FOLLOW_UPS = List.of(
            ChargeFollowUp.Settle::new,
            ChargeFollowUp.Release::new,
            ChargeFollowUp.Return::new,
            ChargeFollowUp.Forfeit::new);

    private LedgerFixture ledger = new LedgerFixture("Town hall", true);

    @BeforeEach
    void giveTwoPaidAndThreeTrialCredits() {
        ledger = new LedgerFixture("Town hall", true);
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 10));
        ledger.post(new AccountTransfer.FreeGrant(ledger.id(), DISTRIBUTOR, CUSTOMER, 3));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 2));
    }

    @Test
    @Requirement("CRD-31")
    void costOfSeveralCreditsTakesTheRestFromTheReserve() {
        Charge charge = issue(4);

        assertEquals(new Buckets(2, 2), charge.from());
        assertEquals(new Buckets(0, 1), ledger.customerBalance());
        BookRow row = newestCustomerRow();
        assertEquals(-4, row.amount());
        assertEquals(Bucket.BOTH, row.bucket());
    }

    @Test
    void trialGoesFirstWherePolicySaysSo() {
        ledger.post(new KeyCharge.Issue(
                ledger.id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.TRIAL_FIRST, new ChargedKey(9, 9)));

        assertEquals(new Buckets(2, 2), ledger.customerBalance());
    }

    @Test
    void reservedCreditIsGoneFromTheBalanceAndSpentWhenItIsSettled() {
        Charge charge = reserve(4);
        assertEquals(new Buckets(0, 1), ledger.customerBalance());
        assertEquals(4, balance(Account.reserved(CUSTOMER)));
        int rows = ledger.book(BookId.of(CUSTOMER)).size();

        ledger.post(new ChargeFollowUp.Settle(ledger.id(), charge));

        assertEquals(0, balance(Account.reserved(CUSTOMER)));
        assertEquals(4, balance(Account.consumed(CUSTOMER)));
        assertEquals(new Buckets(0, 1), ledger.customerBalance());
        assertEquals(rows, ledger.book(BookId.of(CUSTOMER)).size(), "the book showed it when it was reserved");
    }

    @Test
    void releasedCreditGoesBackToTheBucketsThatItCameFrom() {
        ledger.post(new ChargeFollowUp.Release(ledger.id(), reserve(4)));

        assertEquals(new Buckets(2, 3), ledger.customerBalance());
        assertEquals(0, balance(Account.reserved(CUSTOMER)));
        assertEquals(4, newestCustomerRow().amount());
        assertEquals(Cause.KEY_RELEASE, newestCustomerRow().cause());
    }

    @Test
    @Requirement("CRD-23")
    void returnedTrialCreditStaysTrialCreditThatNobodyCanTakeBack() {
        ledger.post(new ChargeFollowUp.Return(ledger.id(), issue(5)));

        assertEquals(new Buckets(2, 3), ledger.customerBalance());
        assertInstanceOf(
                TransferResult.Insufficient.class,
                ledger.apply(new AccountTransfer.TakeBack(ledger.id(), DISTRIBUTOR, CUSTOMER, 3)));
    }

    @Test
    @Requirement("CRD-22")
    void forfeitedCreditIsLostAndTheBooksShowedItAsSpentAlready() {
        int rows = ledger.book(BookId.of(CUSTOMER)).size();
        ledger.post(new ChargeFollowUp.Forfeit(ledger.id(), issue(5)));

        assertEquals(Buckets.ZERO, ledger.customerBalance());
        assertEquals(0, balance(Account.consumed(CUSTOMER)));
        assertEquals(5, balance(Account.forfeited(CUSTOMER)));
        assertEquals(rows + 1, ledger.book(BookId.of(CUSTOMER)).size());
    }

    @Test
    @Requirement("CRD-14")
    void restoringAKeyCostsAgain() {
        issue(1);
        ledger.post(new KeyCharge.Restore(
                ledger.id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(7, 70)));

        assertEquals(new Buckets(0, 3), ledger.customerBalance());
        assertEquals(Cause.KEY_RESTORE, newestCustomerRow().cause());
        assertEquals("Identifier User ID: 70", newestCustomerRow().description());
    }

    @Test
    void chargeThatNobodyMadeIsNotFollowedUp() {
        Charge invented =
                new Charge(ledger.id(), DISTRIBUTOR, CUSTOMER, new ChargedKey(1, 1), new Buckets(1, 0), Stage.SETTLED);
        Charge inflated = inflated(issue(1));

        assertInstanceOf(
                TransferResult.ChargeUnknown.class, ledger.apply(new ChargeFollowUp.Return(ledger.id(), invented)));
        assertInstanceOf(
                TransferResult.ChargeUnknown.class, ledger.apply(new ChargeFollowUp.Return(ledger.id(), inflated)));
        assertEquals(new Buckets(1, 3), ledger.customerBalance());
    }

    @TestFactory
    @Requirement("CRD-34")
    List<DynamicTest> eachStageAllowsItsFollowUpsAndNoOther() {
        Map<Stage, Set<Stage>> allowed = new EnumMap<>(Stage.class);
        allowed.put(Stage.RESERVED, Set.of(Stage.SETTLED, Stage.RELEASED, Stage.FORFEITED));
        allowed.put(Stage.SETTLED, Set.of(Stage.RETURNED, Stage.FORFEITED));
        return List.of(Stage.values()).stream()
                .flatMap(stage -> FOLLOW_UPS.stream()
                        .map(followUp -> DynamicTest.dynamicTest(stage + " then " + reached(followUp), () -> {
                            giveTwoPaidAndThreeTrialCredits();
                            Charge charge = at(stage);
                            ChargeFollowUp next = followUp.apply(ledger.id(), charge);
                            Map<Account, Long> before = ledger.state().balances();
                            boolean legal =
                                    allowed.getOrDefault(stage, Set.of()).contains(next.reached());

                            TransferResult result = ledger.apply(next);

                            assertEquals(legal, result instanceof TransferResult.Posted, "" + result);
                            if (!legal) {
                                assertInstanceOf(TransferResult.ChargeEnded.class, result);
                                assertEquals(before, ledger.state().balances());
                            }
                        })))
                .toList();
    }

    private static Stage reached(BiFunction<TransferId, Charge, ChargeFollowUp> followUp) {
        Charge any = new Charge(
                LedgerFixture.id(1), DISTRIBUTOR, CUSTOMER, new ChargedKey(1, 1), new Buckets(1, 0), Stage.RESERVED);
        return followUp.apply(LedgerFixture.id(2), any).reached();
    }

    private Charge at(Stage stage) {
        return switch (stage) {
            case RESERVED -> reserve(1);
            case SETTLED -> issue(1);
            case RELEASED -> after(new ChargeFollowUp.Release(ledger.id(), reserve(1)));
            case RETURNED -> after(new ChargeFollowUp.Return(ledger.id(), issue(1)));
            case FORFEITED -> after(new ChargeFollowUp.Forfeit(ledger.id(), issue(1)));
        };
    }

    private Charge after(ChargeFollowUp followUp) {
        ledger.post(followUp);
        return ledger.charge(followUp.charge().id());
    }

    private Charge issue(long credits) {
        return charged(new KeyCharge.Issue(
                ledger.id(), DISTRIBUTOR, CUSTOMER, credits, ConsumptionOrder.PAID_FIRST, new ChargedKey(7, 70)));
    }

    private Charge reserve(long credits) {
        return charged(new KeyCharge.Reserve(
                ledger.id(), DISTRIBUTOR, CUSTOMER, credits, ConsumptionOrder.PAID_FIRST, new ChargedKey(7, 70)));
    }

    private Charge charged(KeyCharge transfer) {
        ledger.post(transfer);
        return ledger.charge(transfer.id());
    }

    private static Charge inflated(Charge charge) {
        return new Charge(
                charge.id(), charge.distributor(), charge.customer(), charge.key(), new Buckets(9, 0), charge.stage());
    }

    private BookRow newestCustomerRow() {
        List<BookRow> rows = ledger.book(BookId.of(CUSTOMER));
        return rows.get(rows.size() - 1);
    }

    private long balance(Account account) {
        return ledger.state().balance(account);
    }
}
