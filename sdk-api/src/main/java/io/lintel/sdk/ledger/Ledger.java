package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The credit ledger: a pure function from the balances of the accounts involved and a batch of transfers to the new
 * balances and one result per transfer.
 *
 * <p>Double entry in whole credits. No account goes below zero, issuance excepted ({@code CRD-35}). A transfer is
 * posted whole or not at all, and once however often it is repeated ({@code CRD-34}). Transfers of a batch are decided in
 * order, each on what the ones before it left.
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

    /** Decides on a batch. The state must hold every account and every posted id that the batch touches. */
    public static Outcome apply(LedgerState state, List<Transfer> batch) {
        LedgerState current = state;
        List<TransferResult> results = new ArrayList<>(batch.size());
        for (Transfer transfer : batch) {
            TransferResult result = decide(current, transfer);
            if (result instanceof TransferResult.Posted posted) {
                current = posted.after();
            }
            results.add(result);
        }
        return new Outcome(current, results);
    }

    private static TransferResult decide(LedgerState state, Transfer transfer) {
        PostedTransfer first = state.posted().get(transfer.id());
        if (first != null) {
            return first.digest().equals(transfer.digest())
                    ? new TransferResult.Repeated(first)
                    : new TransferResult.Conflict(transfer.id());
        }
        List<Account> payers = payers(transfer);
        Optional<List<Posting>> postings = draw(state, payers, receiver(transfer), transfer.credits());
        if (postings.isEmpty()) {
            long available = payers.stream().mapToLong(state::balance).sum();
            return new TransferResult.Insufficient(transfer.id(), available, transfer.credits());
        }
        List<Posting> all = new ArrayList<>(postings.get());
        if (transfer instanceof Transfer.Issue issue) {
            // The seeds charge at issue, so the reservation is settled in the same transfer (CRD-12).
            all.add(new Posting(Account.reserved(issue.payer()), Account.consumed(issue.payer()), issue.credits()));
        }
        PostedTransfer posted = new PostedTransfer(transfer.id(), transfer.digest(), all);
        return new TransferResult.Posted(posted, state.with(posted));
    }

    /** The accounts that pay, in the order in which they are emptied. */
    private static List<Account> payers(Transfer transfer) {
        if (transfer instanceof Transfer.PassOn) {
            return List.of(Account.distributor(transfer.distributor()));
        }
        if (transfer instanceof Transfer.TakeBack takeBack) {
            return List.of(Account.paid(takeBack.source()));
        }
        if (transfer instanceof Transfer.Issue issue) {
            Account paid = Account.paid(issue.payer());
            Account trial = Account.trial(issue.payer());
            return issue.order() == ConsumptionOrder.PAID_FIRST ? List.of(paid, trial) : List.of(trial, paid);
        }
        return List.of(Account.issuance(transfer.distributor()));
    }

    private static Account receiver(Transfer transfer) {
        if (transfer instanceof Transfer.FreeGrant grant) {
            return Account.trial(grant.recipient());
        }
        if (transfer instanceof Transfer.PassOn passOn) {
            return Account.paid(passOn.recipient());
        }
        if (transfer instanceof Transfer.Issue issue) {
            CustomerId payer = issue.payer();
            return Account.reserved(payer);
        }
        return Account.distributor(transfer.distributor());
    }

    private static Optional<List<Posting>> draw(LedgerState state, List<Account> payers, Account to, long credits) {
        List<Posting> postings = new ArrayList<>();
        long missing = credits;
        for (Account payer : payers) {
            long taken = payer.mayGoNegative() ? missing : Math.min(missing, state.balance(payer));
            if (taken > 0) {
                postings.add(new Posting(payer, to, taken));
                missing -= taken;
            }
        }
        return missing == 0 ? Optional.of(postings) : Optional.empty();
    }
}
