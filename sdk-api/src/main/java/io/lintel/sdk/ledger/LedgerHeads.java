package io.lintel.sdk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where a chain and its books end, so that the next entry can continue them.
 *
 * @param chain the chain's newest entry
 * @param lastRows the number of the newest row by book; a book that is missing has no row
 */
public record LedgerHeads(ChainHead chain, Map<BookId, Long> lastRows) {

    /** Copies the numbers. */
    public LedgerHeads {
        lastRows = Map.copyOf(lastRows);
    }

    /**
     * The entry of a transfer that was just posted.
     *
     * @param transfer the transfer
     * @param posted what the ledger made of it
     * @param lines what the books say of it
     * @param at when, in whole seconds
     */
    public ChainEntry next(Transfer transfer, TransferResult.Posted posted, List<Bookkeeping.Line> lines, Instant at) {
        if (!chain.distributor().equals(transfer.distributor())) {
            throw new IllegalArgumentException("a transfer stands in its own distributor's chain");
        }
        List<BookRow> rows = new ArrayList<>(lines.size());
        for (Bookkeeping.Line line : lines) {
            long last = lastRows.getOrDefault(new BookId(line.book(), line.owner()), 0L);
            rows.add(line.row(last + 1, at, transfer));
        }
        return new ChainEntry(
                chain.number() + 1,
                chain.hash(),
                at,
                transfer.terms(),
                posted.transfer().postings(),
                rows);
    }
}
