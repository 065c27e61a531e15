package io.lintel.sdk.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.testing.Requirement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerPropertiesTest {

    private static final List<DistributorId> DISTRIBUTORS =
            List.of(new DistributorId("00000000000000d1"), new DistributorId("00000000000000d2"));

    /** Each customer has one distributor, as on a real site. */
    private static final List<CustomerId> CUSTOMERS =
            List.of(new CustomerId("00000000000000c0"), new CustomerId("00000000000000c1"));

    @Property
    @Requirement("CRD-34")
    void creditIsNeitherMadeNorLost(@ForAll("batches") List<Transfer> batch) {
        LedgerState after = Ledger.apply(LedgerState.EMPTY, batch).state();

        assertEquals(
                0, after.balances().values().stream().mapToLong(Long::longValue).sum());
    }

    @Property
    @Requirement("CRD-35")
    void noAccountButIssuanceGoesBelowZeroAtAnyStep(@ForAll("batches") List<Transfer> batch) {
        for (TransferResult result : Ledger.apply(LedgerState.EMPTY, batch).results()) {
            if (result instanceof TransferResult.Posted posted) {
                posted.after()
                        .forEach((account, credits) -> assertTrue(
                                credits >= 0 || account.kind() == Account.Kind.ISSUANCE, account.toString()));
            }
        }
    }

    @Property
    @Requirement("CRD-34")
    void repeatingABatchChangesNothing(@ForAll("batches") List<Transfer> batch) {
        Ledger.Outcome once = Ledger.apply(LedgerState.EMPTY, batch);
        List<Transfer> accepted = new ArrayList<>();
        for (int i = 0; i < batch.size(); i++) {
            if (once.results().get(i) instanceof TransferResult.Posted) {
                accepted.add(batch.get(i));
            }
        }

        Ledger.Outcome again = Ledger.apply(once.state(), accepted);

        assertEquals(once.state(), again.state());
        again.results().forEach(result -> assertTrue(result instanceof TransferResult.Repeated, "" + result));
    }

    @Property
    void decidingOneByOneIsTheSameAsDecidingTogether(@ForAll("batches") List<Transfer> batch) {
        LedgerState state = LedgerState.EMPTY;
        List<TransferResult> results = new ArrayList<>();
        for (Transfer transfer : batch) {
            Ledger.Outcome outcome = Ledger.apply(state, List.of(transfer));
            state = outcome.state();
            results.addAll(outcome.results());
        }

        Ledger.Outcome together = Ledger.apply(LedgerState.EMPTY, batch);

        assertEquals(together.state(), state);
        assertEquals(together.results(), results);
    }

    @Property
    @Requirement("CRD-33")
    void balanceIsTheSumOfTheBooksRows(@ForAll("batches") List<Transfer> batch) {
        Map<String, Buckets> sums = new HashMap<>();
        Ledger.Outcome outcome = Ledger.apply(LedgerState.EMPTY, batch);
        for (int i = 0; i < batch.size(); i++) {
            if (outcome.results().get(i) instanceof TransferResult.Posted posted) {
                for (Bookkeeping.Line line : Bookkeeping.lines(batch.get(i), posted, "Town hall", true)) {
                    Buckets sum = sums.merge(line.book() + line.owner(), line.change(), Buckets::plus);
                    assertEquals(sum, line.after(), "running balance");
                }
            }
        }

        for (CustomerId customer : CUSTOMERS) {
            assertEquals(
                    new Buckets(
                            outcome.state().balance(Account.paid(customer)),
                            outcome.state().balance(Account.trial(customer))),
                    sums.getOrDefault(Book.CUSTOMER + customer.value(), Buckets.ZERO));
        }
        for (DistributorId distributor : DISTRIBUTORS) {
            assertEquals(
                    new Buckets(outcome.state().balance(Account.distributor(distributor)), 0),
                    sums.getOrDefault(Book.DISTRIBUTOR + distributor.value(), Buckets.ZERO));
        }
    }

    @Property
    void ledgerAgreesWithANaiveModel(@ForAll("batches") List<Transfer> batch) {
        NaiveLedger naive = new NaiveLedger();
        LedgerState state = LedgerState.EMPTY;
        for (Transfer transfer : batch) {
            Ledger.Outcome outcome = Ledger.apply(state, List.of(transfer));
            state = outcome.state();
            assertEquals(naive.post(transfer), outcome.results().get(0) instanceof TransferResult.Posted);
        }
        for (CustomerId customer : CUSTOMERS) {
            assertEquals(naive.paid(customer), state.balance(Account.paid(customer)));
            assertEquals(naive.trial(customer), state.balance(Account.trial(customer)));
        }
    }

    @Provide
    Arbitrary<List<Transfer>> batches() {
        return transfers().list().ofMaxSize(60);
    }

    /** Few ids, so that repetitions and conflicts are common. */
    private static Arbitrary<Transfer> transfers() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.longs().between(1, 12),
                        Arbitraries.of(ConsumptionOrder.class))
                .as(LedgerPropertiesTest::transfer);
    }

    private static Transfer transfer(int id, int kind, int customer, long credits, ConsumptionOrder order) {
        TransferId transferId = new TransferId(Bytes.ofHex(String.format("%032x", id)));
        DistributorId distributor = DISTRIBUTORS.get(customer);
        CustomerId owner = CUSTOMERS.get(customer);
        return switch (kind) {
            case 0 -> new AccountTransfer.FreeGrant(transferId, distributor, owner, credits);
            case 1 -> new AccountTransfer.Purchase(transferId, distributor, credits);
            case 2 -> new AccountTransfer.PassOn(transferId, distributor, owner, credits);
            case 3 -> new AccountTransfer.TakeBack(transferId, distributor, owner, credits);
            default -> new KeyCharge.Issue(
                    transferId, distributor, owner, credits, order, new ChargedKey(id + 1, id + 1));
        };
    }
}
