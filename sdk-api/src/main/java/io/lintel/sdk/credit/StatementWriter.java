package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.BookRow;
import java.io.IOException;

/** Writes one statement piece by piece, so that a long one never has to be in memory. */
interface StatementWriter {

    /** What stands before the rows. */
    void begin(Statement statement) throws IOException;

    /** The next row. */
    void row(BookRow row) throws IOException;

    /** What stands after the rows. */
    void end(Statement statement) throws IOException;
}
