package io.lintel.sdk.command.key;

import java.util.List;
import java.util.function.LongFunction;
import java.util.function.ToLongFunction;

/** Walks through all pages of rows. */
final class Paging {

    private Paging() {}

    /**
     * Visits every row.
     *
     * @param page the rows after a number, none at the end
     * @param visit does what is to be done with a row, and returns its number
     */
    static <T> void each(LongFunction<List<T>> page, ToLongFunction<T> visit) {
        long after = 0;
        List<T> rows = page.apply(after);
        while (!rows.isEmpty()) {
            for (T row : rows) {
                after = visit.applyAsLong(row);
            }
            rows = page.apply(after);
        }
    }
}
