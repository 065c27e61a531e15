package io.lintel.benchmarks.revocation;

import io.lintel.benchmarks.revocation.ListSizes.Delta;
import io.lintel.benchmarks.revocation.ListSizes.Row;
import io.lintel.benchmarks.revocation.ListTimes.Pair;
import io.lintel.benchmarks.revocation.Population.Pattern;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * Compares revocation lists with Roaring bitmaps, Token Status Lists and Elias-Fano lists of the same serials: octets to
 * send, look-ups in ten million serials, decoding of one million. All in one run, the times in turns.
 *
 * <p>{@code make bench-lists}, or {@code io.lintel.benchmarks.revocation.ListBenchmark [--json] [--rounds N]}.
 */
public final class ListBenchmark {
    private static final int ROUNDS = 51;
    private static final int LARGE = 10_000_000;
    private static final int MIDDLE = 1_000_000;

    private final PrintStream out;
    private final boolean json;

    private ListBenchmark(PrintStream out, boolean json) {
        this.out = out;
        this.json = json;
    }

    /** Runs all comparisons. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        int rounds = words.indexOf("--rounds");
        new ListBenchmark(System.out, words.contains("--json"))
                .run(rounds < 0 ? ROUNDS : Integer.parseInt(words.get(rounds + 1)));
    }

    private void run(int rounds) {
        ListSizes sizes = new ListSizes();
        say(
                "%-20s %10s %8s %6s %7s %9s %9s %9s %11s%n",
                "octets, 1 % revoked",
                "minimum",
                "ours",
                "ratio",
                "+ rest",
                "Roaring",
                "zlib TSL",
                "Elias-F.",
                "E.-F. bare");
        ListSizes.populations().stream().map(sizes::row).forEach(this::print);
        print(sizes.delta(Population.of(MIDDLE, Pattern.RANDOM)));
        ListTimes times = new ListTimes(rounds);
        for (Pattern pattern : Pattern.values()) {
            print(
                    "look-up",
                    "Roaring's contains",
                    Population.of(LARGE, pattern),
                    times.lookUps(Population.of(LARGE, pattern)));
        }
        for (Pattern pattern : Pattern.values()) {
            print(
                    "decode",
                    "zlib's inflate",
                    Population.of(MIDDLE, pattern),
                    times.decoding(Population.of(MIDDLE, pattern)));
        }
        if (times.sink() == 0) {
            throw new IllegalStateException("nothing was found in any list");
        }
    }

    private void print(Row row) {
        if (json) {
            out.printf(
                    Locale.ROOT,
                    "{\"figure\":\"octets\",\"issued\":%d,\"pattern\":\"%s\",\"minimum\":%.1f,\"serials\":%d,\"rest\":%d,"
                            + "\"roaring\":%d,\"tokenStatusList\":%d,\"eliasFano\":%d,\"eliasFanoBare\":%d}%n",
                    row.population().issued(),
                    row.population().pattern(),
                    row.minimum(),
                    row.serials(),
                    row.rest(),
                    row.roaring(),
                    row.tokenStatusList(),
                    row.eliasFano(),
                    row.eliasFanoBare());
            return;
        }
        say(
                "%-20s %10.1f %8d %6.4f %7d %9d %9d %9d %11d%s%n",
                row.population(),
                row.minimum(),
                row.serials(),
                row.serials() / row.minimum(),
                row.rest(),
                row.roaring(),
                row.tokenStatusList(),
                row.eliasFano(),
                row.eliasFanoBare(),
                row.isSmallest() ? "" : "  NOT the smallest");
    }

    private void print(Delta delta) {
        if (json) {
            out.printf(
                    Locale.ROOT, "{\"figure\":\"delta\",\"serials\":%d,\"rest\":%d}%n", delta.serials(), delta.rest());
            return;
        }
        say(
                "%nDelta of 10 among 1,000,000: %d octets, and %d of hashes, header and signature%n%n",
                delta.serials(), delta.rest());
    }

    private void print(String what, String rival, Population population, Pair pair) {
        if (json) {
            out.printf(
                    Locale.ROOT,
                    "{\"figure\":\"%s\",\"issued\":%d,\"pattern\":\"%s\",\"nanos\":%.1f,\"rivalNanos\":%.1f,\"ratio\":%.2f,"
                            + "\"memory\":%d,\"rivalMemory\":%d}%n",
                    what,
                    population.issued(),
                    population.pattern(),
                    pair.nanos(),
                    pair.rival(),
                    pair.ratio(),
                    pair.memory(),
                    pair.rivalMemory());
            return;
        }
        say(
                "%s in %s: %,.1f ns, %s %,.1f ns, ratio %.2f; memory %,d and %,d octets%n",
                what, population, pair.nanos(), rival, pair.rival(), pair.ratio(), pair.memory(), pair.rivalMemory());
    }

    private void say(String format, Object... values) {
        if (!json) {
            out.printf(Locale.ROOT, format, values);
        }
    }
}
