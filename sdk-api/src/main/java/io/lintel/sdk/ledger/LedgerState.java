package io.lintel.sdk.ledger;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What the ledger has to know to decide on a batch: the balances of the accounts involved, which of the batch's ids
 * were posted before, and the charges that the batch follows up. Immutable.
 *
 * @param balances credits by account; an account that is missing holds zero
 * @param posted transfers posted before, by id
 * @param charges charges made before, by the id of the transfer that made them
 */
public record LedgerState(
        Map<Account, Long> balances, Map<TransferId, PostedTransfer> posted, Map<TransferId, Charge> charges) {

    /** A ledger without a posting. */
    public static final LedgerState EMPTY = new LedgerState(Map.of(), Map.of(), Map.of());

    /** Copies the maps: not with {@code Map.copyOf}, whose probing is slow for ids that a caller counted up. */
    public LedgerState {
        balances = Collections.unmodifiableMap(new HashMap<>(balances));
        posted = Collections.unmodifiableMap(new HashMap<>(posted));
        charges = Collections.unmodifiableMap(new HashMap<>(charges));
    }

    /** The credits on one account. */
    public long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }
}
