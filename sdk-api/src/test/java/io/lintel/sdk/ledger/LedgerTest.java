package io.lintel.sdk.ledger;

import static io.lintel.sdk.ledger.LedgerFixture.CUSTOMER;
import static io.lintel.sdk.ledger.LedgerFixture.DISTRIBUTOR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.testing.Requirement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LedgerTest {

    private final LedgerFixture ledger = new LedgerFixture("Town hall", false);

    @Test
    @Requirement("CRD-34")
    void sameTransferIsPostedOnceAndAnotherUnderItsIdIsAConflict() {
        Transfer grant = new AccountTransfer.FreeGrant(ledger.id(), DISTRIBUTOR, CUSTOMER, 5);
        TransferResult.Posted first = ledger.post(grant);

        TransferResult.Repeated repeated = assertInstanceOf(TransferResult.Repeated.class, ledger.apply(grant));
        assertInstanceOf(
                TransferResult.Conflict.class,
                ledger.apply(new AccountTransfer.FreeGrant(grant.id(), DISTRIBUTOR, CUSTOMER, 6)));

        assertEquals(first.transfer(), repeated.first());
        assertEquals(new Buckets(0, 5), ledger.customerBalance());
    }

    @Test
    void transfersOfOneBatchAreDecidedInOrder() {
        Ledger.Outcome outcome = Ledger.apply(
                LedgerState.EMPTY,
                List.of(
                        new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 1),
                        new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 1),
                        new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 1)));

        assertInstanceOf(TransferResult.Insufficient.class, outcome.results().get(0));
        assertInstanceOf(TransferResult.Posted.class, outcome.results().get(2));
        assertEquals(1, outcome.state().balance(Account.paid(CUSTOMER)));
    }

    @Test
    void balancesAfterATransferAreThoseBeforeTheRestOfItsBatch() {
        Ledger.Outcome outcome = Ledger.apply(
                LedgerState.EMPTY,
                List.of(
                        new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 3),
                        new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 4)));

        TransferResult.Posted first = (TransferResult.Posted) outcome.results().get(0);
        assertEquals(3, first.after(Account.distributor(DISTRIBUTOR)));
        assertThrows(IllegalArgumentException.class, () -> first.after(Account.paid(CUSTOMER)));
    }

    @Test
    void correctionUndoesAPurchaseAsFarAsTheCreditIsStillThere() {
        ledger.post(new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, 100));
        ledger.post(new AccountTransfer.PassOn(ledger.id(), DISTRIBUTOR, CUSTOMER, 30));

        assertInstanceOf(
                TransferResult.Insufficient.class,
                ledger.apply(new AccountTransfer.Correction(ledger.id(), DISTRIBUTOR, 100)));
        ledger.post(new AccountTransfer.Correction(ledger.id(), DISTRIBUTOR, 70));

        assertEquals(0, ledger.available());
        assertEquals(-30, ledger.state().balance(Account.issuance(DISTRIBUTOR)));
        BookRow row = ledger.book(BookId.of(DISTRIBUTOR)).get(2);
        assertEquals(-70, row.amount());
        assertEquals("Purchase corrected", row.description());
    }

    @Test
    void digestDependsOnEverythingThatATransferSays() {
        TransferId id = ledger.id();
        List<Bytes> digests = Stream.of(
                        issue(id, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 1)),
                        issue(id, 2, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 1)),
                        issue(id, 1, ConsumptionOrder.TRIAL_FIRST, new ChargedKey(1, 1)),
                        issue(id, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(2, 1)),
                        issue(id, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 2)),
                        new KeyCharge.Restore(
                                id, DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 1)),
                        new KeyCharge.Reserve(
                                id, DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 1)),
                        new ChargeFollowUp.Settle(id, charge(1)),
                        new ChargeFollowUp.Settle(id, charge(2)),
                        new ChargeFollowUp.Release(id, charge(1)),
                        new ChargeFollowUp.Return(id, charge(1)),
                        new ChargeFollowUp.Forfeit(id, charge(1)),
                        new AccountTransfer.FreeGrant(id, DISTRIBUTOR, CUSTOMER, 1),
                        new AccountTransfer.PassOn(id, DISTRIBUTOR, CUSTOMER, 1),
                        new AccountTransfer.TakeBack(id, DISTRIBUTOR, CUSTOMER, 1),
                        new AccountTransfer.Correction(id, DISTRIBUTOR, 1),
                        new AccountTransfer.Purchase(id, DISTRIBUTOR, 1),
                        new AccountTransfer.Purchase(id, new DistributorId("00000000000000d2"), 1))
                .map(Transfer::digest)
                .toList();

        assertEquals(digests.size(), digests.stream().distinct().count());
    }

    @Test
    void transfersOfOneCommandHaveDifferentIds() {
        TransferId first = ledger.id();

        assertNotEquals(first, first.next());
        assertNotEquals(first.next(), first.next().next());
        assertEquals(first.next(), first.next());
        CommandId command = new CommandId(first.value());
        assertNotEquals(TransferId.ofCharge(CUSTOMER, command, 1), TransferId.ofCharge(CUSTOMER, command, 2));
        assertNotEquals(TransferId.ofFollowUp(first, Cause.KEY_SETTLE), TransferId.ofFollowUp(first, Cause.KEY_RETURN));
    }

    @Test
    void amountsOutOfBoundsAreRefused() {
        for (long credits : new long[] {0, -1, Transfer.MAX_CREDITS + 1, Long.MAX_VALUE}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> new AccountTransfer.Purchase(ledger.id(), DISTRIBUTOR, credits));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> issue(ledger.id(), credits, ConsumptionOrder.PAID_FIRST, new ChargedKey(1, 1)));
        }
    }

    private static KeyCharge issue(TransferId id, long credits, ConsumptionOrder order, ChargedKey key) {
        return new KeyCharge.Issue(id, DISTRIBUTOR, CUSTOMER, credits, order, key);
    }

    private static Charge charge(int id) {
        return new Charge(
                LedgerFixture.id(id), DISTRIBUTOR, CUSTOMER, new ChargedKey(1, 1), new Buckets(1, 0), Stage.SETTLED);
    }
}
