package io.lintel.sdk.ledger;

import java.util.HashMap;
import java.util.Map;

/**
 * What the ledger has to know to decide on a batch: the balances of the accounts involved, and which of the batch's
 * ids were posted before. Immutable.
 *
 * @param balances credits by account; an account that is missing holds zero
 * @param posted transfers posted before, by id
 */
public record LedgerState(Map<Account, Long> balances, Map<TransferId, PostedTransfer> posted) {

    /** A ledger without a posting. */
    public static final LedgerState EMPTY = new LedgerState(Map.of(), Map.of());

    /** Copies both maps. */
    public LedgerState {
        balances = Map.copyOf(balances);
        posted = Map.copyOf(posted);
    }

    /** The credits on one account. */
    public long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    LedgerState with(PostedTransfer transfer) {
        Map<Account, Long> after = new HashMap<>(balances);
        for (Posting posting : transfer.postings()) {
            after.merge(posting.from(), -posting.credits(), Math::addExact);
            after.merge(posting.to(), posting.credits(), Math::addExact);
        }
        Map<TransferId, PostedTransfer> known = new HashMap<>(posted);
        known.put(transfer.id(), transfer);
        return new LedgerState(after, known);
    }
}
