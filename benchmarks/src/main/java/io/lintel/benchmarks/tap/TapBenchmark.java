package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import io.lintel.protocol.tap.TapPath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Compares taps with their floors: the same primitives, called directly on the same providers, in turns. Then taps with peers,
 * fast taps at readers that know few and many phones, and what is done besides.
 *
 * <p>{@code make bench-taps}, or {@code io.lintel.benchmarks.tap.TapBenchmark [--json] [--quick] [--suite x25519|p256]
 * [--provider conscrypt|accp|bc|jdk] [--rounds N] [--only taps,peers,crowd,parts,memory]}.
 */
public final class TapBenchmark {
    /** What {@code docs/benchmarks.md} aims at: a cold tap to the decision, a fast one on both sides. */
    private static final double COLD_AIM = 1.10;

    private static final double FAST_AIM = 1.30;

    private final Output output;
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

    private TapBenchmark(Output output, Settings settings) {
        this.output = output;
        this.settings = settings;
        this.runs = new JmhRuns(settings);
    }

    /** Runs all comparisons. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Output output = new Output(System.out, words.contains("--json"));
        new TapBenchmark(output, Available.of(Settings.of(words), output)).run();
    }

    private void run() throws RunnerException, IOException, InterruptedException {
        if (settings.measures(Settings.Section.TAPS)) {
            taps();
        }
        Map<CryptoProvider, JmhRuns.Score> fast = settings.measures(Settings.Section.PEERS)
                ? new PeersReport(output, runs, settings.providers()).run()
                : Map.of();
        if (settings.measures(Settings.Section.CROWD)) {
            new CrowdReport(output, runs, settings).run(fast);
        }
        if (settings.measures(Settings.Section.PARTS)) {
            new PartsReport(output, runs, settings).run();
        }
        if (settings.measures(Settings.Section.MEMORY)) {
            new MemoryReport(output).run(settings.isQuick());
        }
    }

    private void taps() throws RunnerException {
        Map<Cell, Map<Figure, Pairs>> measured = new LinkedHashMap<>();
        for (int round = 0; round < settings.rounds(); round++) {
            for (Cell cell : cells()) {
                measure(cell, measured.computeIfAbsent(cell, first -> new EnumMap<>(Figure.class)));
            }
        }
        output.say(
                "%-7s %-5s %-10s %-9s %9s %9s %6s %15s %6s%n",
                "suite", "path", "provider", "", "us", "floor us", "ratio", "(from to)", "aim");
        measured.forEach((cell, figures) ->
                figures.forEach((figure, pairs) -> print(cell, figure, Ratio.of(pairs.ours(), pairs.floors()))));
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
        List<Map<String, Double>> iterations = runs.iterations(TapJmh.class, "inTurns", parameters);
        for (Figure figure : Figure.values()) {
            Pairs pairs = into.computeIfAbsent(figure, first -> new Pairs());
            pairs.ours().addAll(figure.taps(iterations));
            pairs.floors().addAll(figure.floors(iterations));
        }
    }

    private void print(Cell cell, Figure figure, Ratio ratio) {
        double aim = aim(cell.path(), figure);
        output.fact(
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
        output.say(
                "%-7s %-5s %-10s %-9s %9.2f %9.2f %6.2f %15s %6s%n",
                cell.suite(),
                cell.path(),
                cell.provider().label(),
                figure.label(),
                ratio.ours(),
                ratio.other(),
                ratio.ratio(),
                ratio.range(),
                aim > 0 ? String.format(Locale.ROOT, "%.2f", aim) : "");
    }

    private static double aim(TapPath path, Figure figure) {
        if (path == TapPath.COLD) {
            return figure == Figure.DECISION ? COLD_AIM : 0;
        }
        return figure == Figure.BOTH ? FAST_AIM : 0;
    }
}
