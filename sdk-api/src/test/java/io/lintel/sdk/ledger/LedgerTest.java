package io.lintel.sdk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.testing.Requirement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private static final DistributorId DISTRIBUTOR = new DistributorId("00000000000000d1");
    private static final CustomerId CUSTOMER = new CustomerId("00000000000000c1");

    private LedgerState state = LedgerState.EMPTY;
    private final List<BookRowText> customerBook = new ArrayList<>();
    private final List<BookRowText> distributorBook = new ArrayList<>();
    private int nextId;

    private record BookRowText(String type, long amount, String description, String status) {}

    @Test
    @Requirement({"CRD-26", "CRD-27", "CRD-28", "CRD-29", "CRD-13", "CRD-33"})
    void replayOfTheSeedsLedgerGivesItsRowsAndBalances() {
        post(new Transfer.Purchase(id(), DISTRIBUTOR, 100));
        post(new Transfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, 5));
        post(issue(1));
        post(new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 5));
        post(new Transfer.TakeBack(id(), DISTRIBUTOR, CUSTOMER, 5));

        assertEquals(
                List.of(
                        new BookRowText("Adding", 5, "Credit added", "Paid"),
                        new BookRowText("Purchase", -1, "Identifier User ID: 1", "Paid"),
                        new BookRowText("Adding", 5, "Credit added", "Paid"),
                        new BookRowText("Refunding", -5, "Credit refunded", "Refunded")),
                customerBook);
        assertEquals(
                List.of(
                        new BookRowText("Purchase credit", 100, "", "Paid"),
                        new BookRowText("Transfer", -5, "Credit transferred to Bytovka-02", "Paid"),
                        new BookRowText("Transfer", -5, "Credit transferred to Bytovka-02", "Paid"),
                        new BookRowText("Refunding", 5, "Credit refunded from Bytovka-02", "Refunded")),
                distributorBook);
        assertEquals(new Buckets(0, 4), customerBalance());
        assertEquals(100, state.balance(Account.distributor(DISTRIBUTOR)));
    }

    @Test
    @Requirement({"CRD-19", "CRD-31"})
    void replayOfTheScreenGivesSeventeenAndThreeTrialAfterSixteenKeys() {
        post(new Transfer.Purchase(id(), DISTRIBUTOR, 100));
        post(new Transfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, 5));
        for (int key = 1; key <= 2; key++) {
            post(issue(key));
        }
        post(new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 31));
        for (int key = 3; key <= 16; key++) {
            post(issue(key));
        }

        assertEquals(new Buckets(17, 3), customerBalance());
        assertEquals(16, state.balance(Account.consumed(CUSTOMER)));
    }

    @Test
    @Requirement("CRD-35")
    void moreThanThePaidBalanceIsNotTakenBackAndTrialNever() {
        post(new Transfer.Purchase(id(), DISTRIBUTOR, 10));
        post(new Transfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, 5));
        post(new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 3));

        TransferResult.Insufficient refused = assertInstanceOf(
                TransferResult.Insufficient.class, apply(new Transfer.TakeBack(id(), DISTRIBUTOR, CUSTOMER, 4)));

        assertEquals(3, refused.available());
        assertEquals(4, refused.needed());
        assertEquals(new Buckets(3, 5), customerBalance());
    }

    @Test
    void costOfSeveralCreditsTakesTheRestFromTheReserve() {
        post(new Transfer.Purchase(id(), DISTRIBUTOR, 10));
        post(new Transfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, 5));
        post(new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 2));

        TransferResult.Posted posted =
                post(new Transfer.Issue(id(), DISTRIBUTOR, CUSTOMER, 4, ConsumptionOrder.PAID_FIRST, 9));

        assertEquals(new Buckets(0, 3), customerBalance());
        assertEquals(-2, posted.transfer().changeOf(Account.paid(CUSTOMER)));
        assertEquals(-2, posted.transfer().changeOf(Account.trial(CUSTOMER)));
        assertEquals(1, customerBook.stream().filter(row -> row.amount() == -4).count());
    }

    @Test
    void trialGoesFirstWherePolicySaysSo() {
        post(new Transfer.Purchase(id(), DISTRIBUTOR, 10));
        post(new Transfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, 5));
        post(new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 2));

        post(new Transfer.Issue(id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.TRIAL_FIRST, 9));

        assertEquals(new Buckets(2, 4), customerBalance());
    }

    @Test
    @Requirement("CRD-34")
    void sameTransferIsPostedOnceAndAnotherUnderItsIdIsAConflict() {
        Transfer grant = new Transfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, 5);
        TransferResult.Posted first = post(grant);

        TransferResult.Repeated repeated = assertInstanceOf(TransferResult.Repeated.class, apply(grant));
        assertInstanceOf(
                TransferResult.Conflict.class, apply(new Transfer.FreeGrant(grant.id(), DISTRIBUTOR, CUSTOMER, 6)));

        assertEquals(first.transfer(), repeated.first());
        assertEquals(new Buckets(0, 5), customerBalance());
    }

    @Test
    void transfersOfOneBatchAreDecidedInOrder() {
        Ledger.Outcome outcome = Ledger.apply(
                LedgerState.EMPTY,
                List.of(
                        new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 1),
                        new Transfer.Purchase(id(), DISTRIBUTOR, 1),
                        new Transfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, 1)));

        assertInstanceOf(TransferResult.Insufficient.class, outcome.results().get(0));
        assertInstanceOf(TransferResult.Posted.class, outcome.results().get(2));
        assertEquals(1, outcome.state().balance(Account.paid(CUSTOMER)));
    }

    @Test
    void digestDependsOnEverythingThatATransferSays() {
        TransferId id = id();
        List<Bytes> digests = List.of(
                        new Transfer.Issue(id, DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, 1),
                        new Transfer.Issue(id, DISTRIBUTOR, CUSTOMER, 2, ConsumptionOrder.PAID_FIRST, 1),
                        new Transfer.Issue(id, DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.TRIAL_FIRST, 1),
                        new Transfer.Issue(id, DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, 2),
                        new Transfer.FreeGrant(id, DISTRIBUTOR, CUSTOMER, 1),
                        new Transfer.PassOn(id, DISTRIBUTOR, CUSTOMER, 1),
                        new Transfer.TakeBack(id, DISTRIBUTOR, CUSTOMER, 1),
                        new Transfer.Purchase(id, DISTRIBUTOR, 1))
                .stream()
                .map(Transfer::digest)
                .toList();

        assertEquals(digests.size(), digests.stream().distinct().count());
        assertNotEquals(
                new Transfer.Purchase(id, DISTRIBUTOR, 1).digest(),
                new Transfer.Purchase(id, new DistributorId("00000000000000d2"), 1).digest());
    }

    @Test
    void amountsOutOfBoundsAreRefused() {
        for (long credits : new long[] {0, -1, Transfer.MAX_CREDITS + 1, Long.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> new Transfer.Purchase(id(), DISTRIBUTOR, credits));
        }
    }

    private TransferId id() {
        nextId++;
        return new TransferId(Bytes.ofHex(String.format("%032x", nextId)));
    }

    private Transfer issue(long accessNumber) {
        return new Transfer.Issue(id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, accessNumber);
    }

    private TransferResult apply(Transfer transfer) {
        Ledger.Outcome outcome = Ledger.apply(state, List.of(transfer));
        state = outcome.state();
        return outcome.results().get(0);
    }

    private TransferResult.Posted post(Transfer transfer) {
        TransferResult.Posted posted = assertInstanceOf(TransferResult.Posted.class, apply(transfer));
        for (Bookkeeping.Line line : Bookkeeping.lines(transfer, posted, "Bytovka-02", false)) {
            BookRowText row = new BookRowText(
                    line.type().label(),
                    line.amount(),
                    line.description(),
                    line.status().label());
            (line.book() == Book.CUSTOMER ? customerBook : distributorBook).add(row);
        }
        return posted;
    }

    private Buckets customerBalance() {
        return new Buckets(state.balance(Account.paid(CUSTOMER)), state.balance(Account.trial(CUSTOMER)));
    }
}
