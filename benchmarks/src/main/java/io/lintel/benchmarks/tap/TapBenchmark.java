package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.Settings.Section;
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
 * [--provider conscrypt|accp|bc|jdk] [--rounds N] [--only taps,peers,crowd,memory,besides]}.
 */
public final class TapBenchmark {
    /** What {@code docs/benchmarks.md} aims at: a cold tap to the decision, a fast one on both sides. */
    private static final double COLD_AIM = 1.10;

    private static final double FAST_AIM = 1.30;

    private final Output output;
    private final Settings settings;

    /** What is measured as one. */
    private record Cell(Suite suite, TapPath path, CryptoProvider provider) {}

    private TapBenchmark(Output output, Settings settings) {
        this.output = output;
        this.settings = settings;
    }

    /** Runs all comparisons. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws RunnerException, IOException, InterruptedException {
        List<String> words = List.of(arguments);
        Output output = new Output(System.out, words.contains("--json"));
        new TapBenchmark(output, Available.of(Settings.of(words), output)).run();
    }

    private void run() throws RunnerException, IOException, InterruptedException {
        if (settings.measures(Section.TAPS)) {
            taps(runs(Section.TAPS));
        }
        if (settings.measures(Section.PEERS)) {
            new PeersReport(output, runs(Section.PEERS), settings).run();
        }
        if (settings.measures(Section.CROWD)) {
            new CrowdReport(output, runs(Section.CROWD), settings).run();
        }
        if (settings.measures(Section.MEMORY)) {
            new MemoryReport(output).run(settings.suites(), settings.isQuick());
        }
        if (settings.measures(Section.BESIDES)) {
            new BesidesReport(output, runs(Section.BESIDES), settings).run();
        }
    }

    private JmhRuns runs(Section section) {
        return new JmhRuns(settings.pace(section));
    }

    private void taps(JmhRuns runs) throws RunnerException {
        Map<Cell, Map<Figure, List<Round>>> measured = new LinkedHashMap<>();
        for (int round = 0; round < runs.rounds(); round++) {
            for (Cell cell : cells()) {
                measure(runs, cell, measured.computeIfAbsent(cell, first -> new EnumMap<>(Figure.class)));
            }
        }
        output.say(
                "%-7s %-5s %-10s %-9s %9s %9s %6s %15s %6s%n",
                "suite", "path", "provider", "", "us", "floor us", "ratio", "(from to)", "aim");
        measured.forEach((cell, figures) -> figures.forEach((figure, rounds) -> print(cell, figure, Ratio.of(rounds))));
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

    private static void measure(JmhRuns runs, Cell cell, Map<Figure, List<Round>> into) throws RunnerException {
        Map<String, String> parameters = Map.of(
                "suite", cell.suite().name(),
                "path", cell.path().name(),
                "provider", cell.provider().name());
        List<Map<String, Double>> iterations = runs.iterations(TapJmh.class, "inTurns", parameters);
        for (Figure figure : Figure.values()) {
            into.computeIfAbsent(figure, first -> new ArrayList<>())
                    .add(Round.inTurns(figure.taps(iterations), figure.floors(iterations)));
        }
    }

    private void print(Cell cell, Figure figure, Ratio ratio) {
        double aim = aim(cell.path(), figure);
        output.fact(
                "{\"figure\":\"%s\",\"suite\":\"%s\",\"path\":\"%s\",\"provider\":\"%s\",\"micros\":%.2f,"
                        + "\"floorMicros\":%.2f,%s,\"aim\":%s}%n",
                figure.words(),
                cell.suite(),
                cell.path().name().toLowerCase(Locale.ROOT),
                cell.provider().label(),
                ratio.ours(),
                ratio.other(),
                Output.facts(ratio),
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
