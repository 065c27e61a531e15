package io.lintel.sdk.credit;

/** How a statement is written. */
public enum StatementFormat {
    /**
     * RFC 4180, UTF-8, CRLF. The first column tells the opening balance, the rows and the closing balance apart. A text that a
     * spreadsheet would take for a formula gets an apostrophe in front.
     */
    CSV {
        @Override
        StatementWriter writer(Appendable out) {
            return new CsvStatement(out);
        }
    },
    /** One JSON object, a row on each line. */
    JSON {
        @Override
        StatementWriter writer(Appendable out) {
            return new JsonStatement(out);
        }
    };

    /** A writer of this format; nothing is written before it begins. */
    abstract StatementWriter writer(Appendable out);
}
