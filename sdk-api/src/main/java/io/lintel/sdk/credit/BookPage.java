package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.BookRow;
import java.util.List;

/**
 * One page of a book, oldest row first.
 *
 * @param rows the rows
 * @param before how many rows that the filter lets through stand on earlier pages
 * @param total how many rows the filter lets through in all
 */
public record BookPage(List<BookRow> rows, long before, long total) {

    /** Copies the rows. */
    public BookPage {
        rows = List.copyOf(rows);
    }

    /** What stands below the table on the seeds' screens: {@code Showing 1 to 5 of 5 entries}. */
    public String text() {
        long first = rows.isEmpty() ? 0 : before + 1;
        return "Showing " + first + " to " + (before + rows.size()) + " of " + total + " entries";
    }

    /** Where the next page begins, as {@link BookQuery#after}; after the last page, a page without rows. */
    public long next() {
        return rows.isEmpty() ? Long.MAX_VALUE : rows.get(rows.size() - 1).number();
    }
}
