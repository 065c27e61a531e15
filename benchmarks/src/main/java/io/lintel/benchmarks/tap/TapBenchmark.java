package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Compares taps with their floors: the same primitives, called directly on the same providers, in turns. Then what a reader
 * does besides.
 *
 * <p>{@code make bench-taps}, or {@code io.lintel.benchmarks.tap.TapBenchmark [--json] [--quick] [--suite x25519|p256]
 * [--provider conscrypt|accp|bc|jdk] [--rounds N] [--without-parts]}.
 */
public final class TapBenchmark {
    /** What {@code docs/benchmarks.md} aims at: a cold tap to the decision, a fast one on both sides. */
    private static final double COLD_AIM = 1.10;

    private static final double FAST_AIM = 1.30;

    private final PrintStream out;
    private final Settings settings;
    private final JmhRuns runs;

    /** What is measured as one. */
    private record Cell(Suite suite, TapPath path, CryptoProvider provider) {}

    /** Pairs of one figure, an iteration each. */
    private record Pairs(List<Double> ours, List<Double> floors) {
        Pairs() {
            this(new ArrayList<>(), new ArrayList<>());
        }
    }

    private TapBenchmark(PrintStream out, Settings settings) {
        this.out = out;
        this.settings = settings;
        this.runs = new JmhRuns(settings);
    }

    /** Runs all comparisons. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws RunnerException {
        new TapBenchmark(System.out, Settings.of(List.of(arguments))).run();
    }

    private void run() throws RunnerException {
        Map<Cell, Map<Figure, Pairs>> measured = new LinkedHashMap<>();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Cell cell : cells()) {
                measure(cell, measured.computeIfAbsent(cell, first -> new EnumMap<>(Figure.class)));
            }
        }
        say(
                "%-7s %-5s %-10s %-9s %9s %9s %6s %13s %6s%n",
                "suite", "path", "provider", "", "us", "floor us", "ratio", "(from to)", "aim");
        measured.forEach((cell, figures) ->
                figures.forEach((figure, pairs) -> print(cell, figure, Ratio.of(pairs.ours(), pairs.floors()))));
        peers();
        if (settings.parts()) {
            parts();
        }
    }

    private void peers() throws RunnerException {
        if (!settings.suites().contains(Suite.X25519)) {
            return;
        }
        say(
                "%nboth sides, a phone that is known, suite X25519 beside peers%n%-10s %-18s %12s %12s%n",
                "provider", "", "us", "of ours");
        for (CryptoProvider provider : settings.providers()) {
            List<JmhRuns.Score> scores = runs.scores(PeersJmh.class, Map.of("provider", provider.name()));
            double ours = scores.stream()
                    .filter(score -> "coldTap".equals(score.name()))
                    .findFirst()
                    .orElseThrow()
                    .value();
            scores.forEach(score -> print(provider, score, score.value() / ours));
        }
    }

    private void print(CryptoProvider provider, JmhRuns.Score peer, double ofOurs) {
        if (settings.json()) {
            out.printf(
                    Locale.ROOT,
                    "{\"figure\":\"%s\",\"provider\":\"%s\",\"micros\":%.2f,\"error\":%.2f,\"ofOurs\":%.2f}%n",
                    peer.name(),
                    provider.label(),
                    peer.value(),
                    peer.error(),
                    ofOurs);
            return;
        }
        say("%-10s %-18s %12.1f %12.2f%n", provider.label(), peer.name(), peer.value(), ofOurs);
    }

    private List<Cell> cells() {
        List<Cell> cells = new ArrayList<>();
        for (Suite suite : settings.suites()) {
            for (TapPath path : TapPath.values()) {
                settings.providers().forEach(provider -> cells.add(new Cell(suite, path, provider)));
            }
        }
        return cells;
    }

    private void measure(Cell cell, Map<Figure, Pairs> into) throws RunnerException {
        Map<String, String> parameters = Map.of(
                "suite", cell.suite().name(),
                "path", cell.path().name(),
                "provider", cell.provider().name());
        for (Map<String, Double> iteration : runs.iterations(TapJmh.class, "inTurns", parameters)) {
            for (Figure figure : Figure.values()) {
                String name =
                        figure.name().charAt(0) + figure.name().substring(1).toLowerCase(Locale.ROOT);
                Pairs pairs = into.computeIfAbsent(figure, first -> new Pairs());
                pairs.ours().add(iteration.get("tap" + name));
                pairs.floors().add(iteration.get("floor" + name));
            }
        }
    }

    private void print(Cell cell, Figure figure, Ratio ratio) {
        double aim = aim(cell.path(), figure);
        if (settings.json()) {
            out.printf(
                    Locale.ROOT,
                    "{\"figure\":\"%s\",\"suite\":\"%s\",\"path\":\"%s\",\"provider\":\"%s\",\"micros\":%.2f,"
                            + "\"floorMicros\":%.2f,\"ratio\":%.3f,\"lowest\":%.3f,\"highest\":%.3f,\"aim\":%s}%n",
                    figure,
                    cell.suite(),
                    cell.path(),
                    cell.provider().label(),
                    ratio.ours(),
                    ratio.other(),
                    ratio.ratio(),
                    ratio.lowest(),
                    ratio.highest(),
                    aim > 0 ? aim : "null");
            return;
        }
        say(
                "%-7s %-5s %-10s %-9s %9.2f %9.2f %6.2f %13s %6s%n",
                cell.suite(),
                cell.path(),
                cell.provider().label(),
                figure.name().toLowerCase(Locale.ROOT),
                ratio.ours(),
                ratio.other(),
                ratio.ratio(),
                String.format(Locale.ROOT, "(%.2f %.2f)", ratio.lowest(), ratio.highest()),
                aim > 0 ? String.format(Locale.ROOT, "%.2f", aim) : "");
    }

    private static double aim(TapPath path, Figure figure) {
        if (path == TapPath.COLD) {
            return figure == Figure.DECISION ? COLD_AIM : 0;
        }
        return figure == Figure.BOTH ? FAST_AIM : 0;
    }

    private void parts() throws RunnerException {
        say("%n%-7s %-10s %-18s %12s %14s%n", "suite", "provider", "", "ns", "octets made");
        for (Suite suite : settings.suites()) {
            for (CryptoProvider provider : settings.providers()) {
                for (JmhRuns.Score score :
                        runs.scores(PartsJmh.class, Map.of("suite", suite.name(), "provider", provider.name()))) {
                    print(suite, provider, score);
                }
            }
        }
    }

    private void print(Suite suite, CryptoProvider provider, JmhRuns.Score score) {
        if (settings.json()) {
            out.printf(
                    Locale.ROOT,
                    "{\"figure\":\"%s\",\"suite\":\"%s\",\"provider\":\"%s\",\"nanos\":%.1f,\"error\":%.1f,\"octets\":%.0f}%n",
                    score.name(),
                    suite,
                    provider.label(),
                    score.value(),
                    score.error(),
                    score.octets());
            return;
        }
        say("%-7s %-10s %-18s %12.1f %14.0f%n", suite, provider.label(), score.name(), score.value(), score.octets());
    }

    private void say(String format, Object... values) {
        if (!settings.json()) {
            out.printf(Locale.ROOT, format, values);
        }
    }
}
