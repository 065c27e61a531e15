package io.lintel.sdk.command.credit;

import io.lintel.sdk.credit.BookPage;
import io.lintel.sdk.credit.BookQuery;
import io.lintel.sdk.credit.Statement;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.store.LedgerRecords;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.List;

/** Reads books for people. */
public final class BookViews {

    private BookViews() {}

    /**
     * What a statement needs of a book, read at one moment.
     *
     * @param book whose book
     * @param from the first moment
     * @param until the first moment that is too late
     * @param opening the balance before
     * @param closing the balance at the end
     * @param rows how many rows the period has
     * @param lastRow the book's newest row at the moment of reading; what comes later is not in the statement
     */
    public record Snapshot(
            BookId book, Instant from, Instant until, Buckets opening, Buckets closing, long rows, long lastRow) {}

    /** One page. */
    public static BookPage page(UnitOfWork unit, BookId book, BookQuery query) {
        LedgerRecords ledger = unit.ledger();
        List<BookRow> rows = ledger.rows(book, query.filter(), query.after(), query.limit());
        return new BookPage(
                rows,
                ledger.count(book, query.filter(), query.after()),
                ledger.count(book, query.filter(), Long.MAX_VALUE));
    }

    /** Reads what a statement needs. */
    public static Snapshot snapshot(UnitOfWork unit, BookId book, Instant from, Instant until) {
        LedgerRecords ledger = unit.ledger();
        return new Snapshot(
                book,
                from,
                until,
                ledger.sumBefore(book, from),
                ledger.sumBefore(book, until),
                ledger.count(book, BookFilter.between(from, until), Long.MAX_VALUE),
                // Rows are numbered without a gap, so their count is the newest one's number.
                ledger.count(book, BookFilter.ALL, Long.MAX_VALUE));
    }

    /** The statement without its rows. */
    public static Statement statement(Snapshot snapshot) {
        return new Statement(
                snapshot.book(),
                snapshot.from(),
                snapshot.until(),
                snapshot.opening(),
                snapshot.closing(),
                snapshot.rows());
    }
}
