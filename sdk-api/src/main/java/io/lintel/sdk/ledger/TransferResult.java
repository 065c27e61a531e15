package io.lintel.sdk.ledger;

import java.util.Map;

/** What became of one transfer of a batch. */
public sealed interface TransferResult {

    /**
     * The transfer was posted.
     *
     * @param transfer the postings
     * @param after the balances right after this transfer, before the rest of its batch, of {@link Transfer#accounts()}
     */
    record Posted(PostedTransfer transfer, Map<Account, Long> after) implements TransferResult {
        /** Copies the balances. */
        public Posted {
            after = Map.copyOf(after);
        }

        /**
         * The credits on one account right after the transfer.
         *
         * @throws IllegalArgumentException for an account that the transfer has nothing to do with
         */
        public long after(Account account) {
            Long credits = after.get(account);
            if (credits == null) {
                throw new IllegalArgumentException("the transfer does not touch the account " + account);
            }
            return credits;
        }
    }

    /** The same transfer was posted before; nothing changed. */
    record Repeated(PostedTransfer first) implements TransferResult {}

    /** Another transfer was posted under this id; nothing changed. */
    record Conflict(TransferId id) implements TransferResult {}

    /**
     * The accounts that had to pay do not hold enough ({@code CRD-35}); nothing changed.
     *
     * @param id the transfer's id
     * @param available what they hold together
     * @param needed what the transfer asks for
     */
    record Insufficient(TransferId id, long available, long needed) implements TransferResult {}

    /** There is no such charge; nothing changed. */
    record ChargeUnknown(TransferId id, TransferId charge) implements TransferResult {}

    /** The charge stands at a stage that does not allow it, such as given back already; nothing changed. */
    record ChargeEnded(TransferId id, Charge charge) implements TransferResult {}
}
