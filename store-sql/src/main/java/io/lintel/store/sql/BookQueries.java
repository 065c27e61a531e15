package io.lintel.store.sql;

import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.RowStatus;
import io.lintel.sdk.ledger.RowType;
import io.lintel.sdk.ledger.TransferId;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads the rows of books. */
final class BookQueries {

    private static final String ROWS = "SELECT b.*, t.transfer_id, t.cause FROM book_row b JOIN transfer t"
            + " ON t.distributor_id = b.distributor_id AND t.number = b.transfer_number WHERE ";

    private final Sql sql;

    BookQueries(Sql sql) {
        this.sql = sql;
    }

    Optional<Long> lastNumber(BookId book) {
        return sql.find(
                lastNumberFact(book),
                "SELECT number FROM book_row WHERE owner = ? AND book = ? ORDER BY number DESC LIMIT 1",
                row -> row.number("number"),
                book.owner(),
                book.book());
    }

    /** What every row that is added tells. */
    static Fact<Long> lastNumberFact(BookId book) {
        return Fact.of(Long.class, "book_row", book);
    }

    List<BookRow> rows(BookId book, BookFilter filter, long after, int limit) {
        Condition condition = new Condition(book, filter).and("b.number > ?", after);
        return sql.list(ROWS + condition.text + " ORDER BY b.number LIMIT ?", BookQueries::row, condition.with(limit));
    }

    long count(BookId book, BookFilter filter, long through) {
        Condition condition = new Condition(book, filter).and("b.number <= ?", through);
        return sql.first(
                        "SELECT COUNT(*) AS amount FROM book_row b WHERE " + condition.text,
                        row -> row.number("amount"),
                        condition.with())
                .orElse(0L);
    }

    Buckets sumBefore(BookId book, Instant moment) {
        return sql.first(
                        "SELECT COALESCE(SUM(paid_change), 0) AS paid, COALESCE(SUM(trial_change), 0) AS trial"
                                + " FROM book_row WHERE owner = ? AND book = ? AND posted_at < ?",
                        row -> new Buckets(row.number("paid"), row.number("trial")),
                        book.owner(),
                        book.book(),
                        moment)
                .orElse(Buckets.ZERO);
    }

    static BookRow row(Row row) throws SQLException {
        return new BookRow(
                row.constant(Book.class, "book"),
                row.text("owner"),
                row.number("number"),
                row.instant("posted_at"),
                new TransferId(row.octets("transfer_id")),
                row.constant(RowType.class, "type"),
                row.number("amount"),
                row.text("description"),
                row.constant(RowStatus.class, "status"),
                row.constant(Cause.class, "cause"),
                new Buckets(row.number("paid_change"), row.number("trial_change")),
                new Buckets(row.number("paid_after"), row.number("trial_after")));
    }

    /** What a filter asks for, in SQL. */
    private static final class Condition {
        private String text = "b.owner = ? AND b.book = ?";
        private final List<Object> parameters = new ArrayList<>();

        Condition(BookId book, BookFilter filter) {
            parameters.add(book.owner());
            parameters.add(book.book());
            filter.from().ifPresent(from -> and("b.posted_at >= ?", from));
            filter.until().ifPresent(until -> and("b.posted_at < ?", until));
            if (!filter.text().isEmpty()) {
                andText(filter);
            }
        }

        final Condition and(String more, Object... values) {
            text += " AND " + more;
            Collections.addAll(parameters, values);
            return this;
        }

        /** SQLite's LOWER knows ASCII only, so the text as it was typed is looked for too. */
        private void andText(BookFilter filter) {
            List<Object> values = new ArrayList<>();
            values.add(pattern(filter.text()));
            values.add(pattern(filter.text().toLowerCase(Locale.ROOT)));
            values.addAll(filter.types());
            values.addAll(filter.statuses());
            and(
                    "(b.description LIKE ? ESCAPE '!' OR LOWER(b.description) LIKE ? ESCAPE '!'"
                            + oneOf("b.type", filter.types().size())
                            + oneOf("b.status", filter.statuses().size()) + ")",
                    values.toArray());
        }

        private static String oneOf(String column, int count) {
            return count == 0
                    ? ""
                    : " OR " + column + " IN (" + String.join(", ", Collections.nCopies(count, "?")) + ")";
        }

        private static String pattern(String wanted) {
            return "%" + wanted.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%";
        }

        Object[] with(Object... more) {
            List<Object> all = new ArrayList<>(parameters);
            Collections.addAll(all, more);
            return all.toArray();
        }
    }
}
