package io.lintel.sdk.ledger;

/** What became of one transfer of a batch. */
public sealed interface TransferResult {

    /**
     * The transfer was posted.
     *
     * @param transfer the postings
     * @param after the state right after this transfer, before the rest of its batch
     */
    record Posted(PostedTransfer transfer, LedgerState after) implements TransferResult {}

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
}
