package io.lintel.sdk.credit;

import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/** A statement as CSV: RFC 4180. */
final class CsvStatement implements StatementWriter {

    private static final List<String> COLUMNS = List.of(
            "record",
            "number",
            "date and time",
            "type",
            "amount",
            "description",
            "status",
            "cause",
            "bucket",
            "paid change",
            "trial change",
            "paid",
            "trial",
            "transfer");

    private final Appendable out;

    CsvStatement(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(Statement statement) throws IOException {
        line(COLUMNS);
        balance("opening", statement.from(), statement.opening());
    }

    @Override
    public void row(BookRow row) throws IOException {
        line(List.of(
                "row",
                Long.toString(row.number()),
                row.at().toString(),
                text(row.type().label()),
                row.amountText(),
                text(row.description()),
                text(row.status().label()),
                row.cause().name(),
                row.bucket().name(),
                Long.toString(row.change().paid()),
                Long.toString(row.change().trial()),
                Long.toString(row.after().paid()),
                Long.toString(row.after().trial()),
                row.transfer().toString()));
    }

    @Override
    public void end(Statement statement) throws IOException {
        balance("closing", statement.until(), statement.closing());
    }

    private void balance(String kind, Instant at, Buckets balance) throws IOException {
        String paid = Long.toString(balance.paid());
        String trial = Long.toString(balance.trial());
        line(List.of(kind, "", at.toString(), "", "", "", "", "", "", "", "", paid, trial, ""));
    }

    private void line(List<String> fields) throws IOException {
        out.append(fields.stream().map(CsvStatement::quoted).collect(Collectors.joining(",")));
        out.append("\r\n");
    }

    /** A customer may have any name; a spreadsheet must not run it. */
    private static String text(String value) {
        boolean formula = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0;
        return formula ? "'" + value : value;
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
