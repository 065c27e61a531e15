package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.BookRow;
import java.io.IOException;
import java.util.List;
import java.util.function.LongFunction;

/** Writes statements, page by page. */
public final class StatementOutput {

    private StatementOutput() {}

    /**
     * Writes a statement.
     *
     * @param pages the statement's rows after a number, oldest first; an empty page ends them
     * @throws IOException where {@code out} fails; what was written before stays written
     */
    public static void write(
            Statement statement, StatementFormat format, LongFunction<List<BookRow>> pages, Appendable out)
            throws IOException {
        StatementWriter writer = format.writer(out);
        writer.begin(statement);
        long last = 0;
        for (List<BookRow> page = pages.apply(last); !page.isEmpty(); page = pages.apply(last)) {
            for (BookRow row : page) {
                writer.row(row);
                last = row.number();
            }
        }
        writer.end(statement);
    }
}
