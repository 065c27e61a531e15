package io.lintel.sdk.ledger;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which rows of a book somebody wants to see.
 *
 * @param text what to look for in type, description and status, in either case; empty for everything. Letters beyond ASCII
 *     may have to be typed in the case in which the row has them.
 * @param from the first moment, if there is one
 * @param until the first moment that is too late, if there is one
 */
public record BookFilter(String text, Optional<Instant> from, Optional<Instant> until) {

    /** Every row. */
    public static final BookFilter ALL = new BookFilter("", Optional.empty(), Optional.empty());

    /** The longest text that can be looked for. */
    public static final int MAX_TEXT_LENGTH = 200;

    /** Refuses overlong text. */
    public BookFilter {
        if (text.length() > MAX_TEXT_LENGTH) {
            throw new IllegalArgumentException("a search text has at most " + MAX_TEXT_LENGTH + " characters");
        }
    }

    /** Rows dated within a period. */
    public static BookFilter between(Instant from, Instant until) {
        return new BookFilter("", Optional.of(from), Optional.of(until));
    }

    /** The types whose label holds the text. */
    public List<RowType> types() {
        return Arrays.stream(RowType.values())
                .filter(type -> holdsText(type.label()))
                .toList();
    }

    /** The statuses whose label holds the text. */
    public List<RowStatus> statuses() {
        return Arrays.stream(RowStatus.values())
                .filter(status -> holdsText(status.label()))
                .toList();
    }

    private boolean holdsText(String label) {
        return label.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT));
    }
}
