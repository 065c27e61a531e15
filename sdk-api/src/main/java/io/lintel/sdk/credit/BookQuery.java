package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.BookFilter;

/**
 * Asks for one page of a book.
 *
 * @param filter which rows
 * @param after the number of the last row of the page before; 0 for the first page
 * @param limit how many rows, 1 to 1000
 */
public record BookQuery(BookFilter filter, long after, int limit) {

    /** The page size that the seeds' screens begin with. */
    public static final int USUAL_LIMIT = 100;

    /** The first page of the whole book. */
    public static BookQuery first() {
        return new BookQuery(BookFilter.ALL, 0, USUAL_LIMIT);
    }
}
