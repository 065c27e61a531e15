package io.lintel.cli.credit;

import io.lintel.cli.shell.Times;
import io.lintel.sdk.credit.BookQuery;
import io.lintel.sdk.ledger.BookFilter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that pick rows of a book. */
final class BookOption {
    @Option(
            names = "--search",
            paramLabel = "TEXT",
            description = "Only rows whose type, description or status holds it.")
    private String search = "";

    @Option(names = "--from", paramLabel = "TIME", description = "Only rows from this day or instant on.")
    private @Nullable String from;

    @Option(names = "--until", paramLabel = "TIME", description = "Only rows through this day, or before this instant.")
    private @Nullable String until;

    @Option(names = "--after", paramLabel = "NO", description = "Only rows after this one. Default: ${DEFAULT-VALUE}.")
    private long after;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "At most so many rows of each book, 1 to 1000. Default: ${DEFAULT-VALUE}.")
    private int limit = BookQuery.USUAL_LIMIT;

    BookQuery query() {
        return new BookQuery(
                new BookFilter(
                        search,
                        Optional.ofNullable(from).map(Times::first),
                        Optional.ofNullable(until).map(Times::end)),
                after,
                limit);
    }
}
