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

        /**
         * What sharing commits gains at most over a call that only works and commits: the leader's work stays, whatever the
         * number of callers. What a batch saves beside commits comes on top of it.
         */
        OptionalDouble bound() {
            return work.isPresent() && bareCommits.isPresent()
                    ? OptionalDouble.of(1 + work.getAsDouble() / bareCommits.getAsDouble())
                    : OptionalDouble.empty();
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
                    "%-34s %9s %9s %7s %6s %7s %13s %13s%n",
                    "",
                    "peer/s",
                    "here/s",
                    "ratio",
                    "aim",
                    "bound",
                    "work alone/s",
                    "bare commit/s");
        }
    }

    void add(Figure figure) {
        if (options.json()) {
            out.printf(
                    Locale.ROOT,
                    "{\"database\":\"%s\",\"figure\":\"%s\",\"callers\":%d,\"peerPerSecond\":%.0f,\"perSecond\":%.0f,"
                            + "\"ratio\":%.2f,\"aim\":%.1f,\"bound\":%s,\"workAlonePerSecond\":%s,\"bareCommitsPerSecond\":%s}%n",
                    options.database(),
                    figure.name(),
                    options.callers(),
                    figure.peer(),
                    figure.perSecond(),
                    figure.ratio(),
                    figure.aim(),
                    text(figure.bound(), 2, "null"),
                    text(figure.work(), 0, "null"),
                    text(figure.bareCommits(), 0, "null"));
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-34s %9.0f %9.0f %7.2f %6.1f %7s %13s %13s%n",
                figure.name(),
                figure.peer(),
                figure.perSecond(),
                figure.ratio(),
                figure.aim(),
                text(figure.bound(), 2, "-"),
                text(figure.work(), 0, "-"),
                text(figure.bareCommits(), 0, "-"));
    }

    private static String text(OptionalDouble value, int digits, String otherwise) {
        return value.isPresent() ? String.format(Locale.ROOT, "%." + digits + "f", value.getAsDouble()) : otherwise;
    }
}
