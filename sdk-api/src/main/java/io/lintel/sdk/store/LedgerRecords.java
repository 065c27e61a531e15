package io.lintel.sdk.store;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bookkeeping;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.PostedTransfer;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Balances, transfers and both books. Rows are added and never changed ({@code CRD-30}). */
public interface LedgerRecords {

    /** The state of these accounts, and the transfers among these ids that were posted before. */
    LedgerState load(Set<Account> accounts, Set<TransferId> transfers);

    /** Writes a transfer with its postings, and the balances that it leaves on the accounts it touches. */
    void post(Transfer transfer, PostedTransfer posted, LedgerState after, Instant at);

    /** Appends a line to its book, with the next number. */
    BookRow append(Transfer transfer, Bookkeeping.Line line, Instant at);

    /** Rows of one book by number, from the one after {@code after} on. */
    List<BookRow> rows(Book book, String owner, long after, int limit);
}
