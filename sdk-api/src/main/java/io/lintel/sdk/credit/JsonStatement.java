package io.lintel.sdk.credit;

import io.lintel.sdk.json.StrictJson;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A statement as JSON, readable line by line. */
final class JsonStatement implements StatementWriter {

    private final Appendable out;
    private boolean first = true;

    JsonStatement(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(Statement statement) throws IOException {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("book", lower(statement.book().book()));
        head.put("owner", statement.book().owner());
        head.put("from", statement.from().toString());
        head.put("until", statement.until().toString());
        head.put("opening", balance(statement.opening()));
        head.put("closing", balance(statement.closing()));
        String text = StrictJson.writeLine(head);
        out.append(text, 0, text.length() - 1).append(",\"rows\":[");
    }

    @Override
    public void row(BookRow row) throws IOException {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", row.number());
        fields.put("at", row.at().toString());
        fields.put("type", row.type().label());
        fields.put("amount", row.amount());
        fields.put("description", row.description());
        fields.put("status", row.status().label());
        fields.put("cause", lower(row.cause()));
        fields.put("bucket", lower(row.bucket()));
        fields.put("affectsBalance", row.affectsBalance());
        fields.put("change", balance(row.change()));
        fields.put("after", balance(row.after()));
        fields.put("transfer", row.transfer().toString());
        out.append(first ? "\n" : ",\n").append(StrictJson.writeLine(fields));
        first = false;
    }

    @Override
    public void end(Statement statement) throws IOException {
        out.append("\n]}\n");
    }

    private static Map<String, Long> balance(Buckets buckets) {
        Map<String, Long> balance = new LinkedHashMap<>();
        balance.put("paid", buckets.paid());
        balance.put("trial", buckets.trial());
        return balance;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
