package io.lintel.sdk.store;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.LedgerHeads;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Balances, both books, and one hash chain for each distributor. Rows are added and never changed ({@code CRD-30}). */
public interface LedgerRecords {

    /** The credits on these accounts; an account that is missing in the result holds zero. */
    Map<Account, Long> balances(Set<Account> accounts);

    /**
     * What the ledger has to know to decide on these transfers: the balances of all their {@link Transfer#accounts()}, which
     * of their ids were posted before, and the charges that they follow up.
     */
    LedgerState load(List<Transfer> transfers);

    /** Where a distributor's chain and these books end. */
    LedgerHeads heads(DistributorId distributor, Set<BookId> books);

    /**
     * Adds the next entry to its chain with its postings and rows, and sets the balances that it leaves.
     *
     * @param entry the entry, made from the {@link #heads} of this very unit
     * @param after the balances of the accounts that its postings touch, and perhaps of others
     */
    void append(ChainEntry entry, Map<Account, Long> after);

    /** The newest charge for a credential, if it was ever charged. */
    Optional<Charge> charge(CustomerId customer, long serial);

    /** Rows of one book by number, from the one after {@code after} on. */
    List<BookRow> rows(BookId book, BookFilter filter, long after, int limit);

    /** How many rows of one book the filter lets through, numbers up to {@code through} only. */
    long count(BookId book, BookFilter filter, long through);

    /** What the rows of one book that are dated before a moment change together. */
    Buckets sumBefore(BookId book, Instant moment);

    /** Entries of a chain by number, from the one after {@code after} on. */
    List<ChainEntry> chain(DistributorId distributor, long after, int limit);

    /** A chain's newest entry. */
    ChainHead head(DistributorId distributor);
}
