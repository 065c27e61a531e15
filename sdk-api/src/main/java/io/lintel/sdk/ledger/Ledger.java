package io.lintel.sdk.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The credit ledger: a pure function from the balances of the accounts involved and a batch of transfers to the new
 * balances and one result per transfer.
 *
 * <p>Double entry in whole credits. No account goes below zero, issuance excepted ({@code CRD-35}). A transfer is
 * posted whole or not at all, and once however often it is repeated ({@code CRD-34}). A charge is followed up once
 * ({@link Charge}). Transfers of a batch are decided in order, each on what the ones before it left; the time that a batch takes
 * grows with its length and not with the state's size times its length.
 */
public final class Ledger {

    private Ledger() {}

    /**
     * The outcome of a batch.
     *
     * @param state the state after the whole batch
     * @param results one result per transfer, in order
     */
    public record Outcome(LedgerState state, List<TransferResult> results) {
        /** Copies the results. */
        public Outcome {
            results = List.copyOf(results);
        }
    }

    /** Decides on a batch. The state must hold every account, every posted id and every charge that the batch touches. */
    public static Outcome apply(LedgerState state, List<Transfer> batch) {
        LedgerRun run = new LedgerRun(state);
        List<TransferResult> results = new ArrayList<>(batch.size());
        for (Transfer transfer : batch) {
            results.add(run.decide(transfer));
        }
        return new Outcome(run.state(), results);
    }
}
