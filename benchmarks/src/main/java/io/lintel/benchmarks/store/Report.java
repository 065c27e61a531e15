package io.lintel.benchmarks.store;

import java.io.PrintStream;
import java.util.Locale;
import java.util.OptionalDouble;

/** Prints each figure beside its aim, as a line of a table or of JSON. */
final class Report {

    private final PrintStream out;
    private final Options options;

    Report(PrintStream out, Options options) {
        this.out = out;
        this.options = options;
    }

    /**
     * Two ways of the same, measured in turns.
     *
     * @param perSecond calls a second, the median of the rounds
     * @param peer those of the way that it is compared with
     * @param aim the ratio that is wanted at least
     * @param work calls a second of one thread that hardly ever commits: the leader of a batch can do no more
     * @param bareCommits commits a second of one small row: what the disk allows to each call alone
     */
    record Figure(
            String name, double perSecond, double peer, double aim, OptionalDouble work, OptionalDouble bareCommits) {

        double ratio() {
            return perSecond / peer;
        }
    }

    void begin() {
        if (!options.json()) {
            out.printf(
                    Locale.ROOT,
                    "%s, %d callers, medians of %d rounds in turns%n",
                    options.database(),
                    options.callers(),
                    options.rounds());
            out.printf(
                    Locale.ROOT,
                    "%-34s %9s %9s %7s %6s %13s %12s%n",
                    "",
                    "peer/s",
                    "here/s",
                    "ratio",
                    "aim",
                    "work alone/s",
                    "bare commit/s");
        }
    }

    void add(Figure figure) {
        if (options.json()) {
            out.printf(
                    Locale.ROOT,
                    "{\"database\":\"%s\",\"figure\":\"%s\",\"callers\":%d,\"peerPerSecond\":%.0f,\"perSecond\":%.0f,"
                            + "\"ratio\":%.2f,\"aim\":%.1f,\"workAlonePerSecond\":%s,\"bareCommitsPerSecond\":%s}%n",
                    options.database(),
                    figure.name(),
                    options.callers(),
                    figure.peer(),
                    figure.perSecond(),
                    figure.ratio(),
                    figure.aim(),
                    text(figure.work(), "null"),
                    text(figure.bareCommits(), "null"));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-34s %9.0f %9.0f %7.2f %6.1f %13s %12s%n",
                figure.name(),
                figure.peer(),
                figure.perSecond(),
                figure.ratio(),
                figure.aim(),
                text(figure.work(), "-"),
                text(figure.bareCommits(), "-"));
    }

    private static String text(OptionalDouble value, String otherwise) {
        return value.isPresent() ? String.format(Locale.ROOT, "%.0f", value.getAsDouble()) : otherwise;
    }
}
