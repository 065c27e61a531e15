package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.JmhRuns.Score;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * What becomes of fast taps as a reader knows more phones: ours in turns with a small reader's, as the product chooses its providers, since what is
 * looked at there is no primitive, in JVMs with small and with huge pages; and the models, whose reader searches, by each, in one round.
 */
final class CrowdReport {
    private static final Aimed FLAT = Aimed.atMost(1.10);
    private static final List<Integer> SEARCHED = List.of(CrowdJmh.FEW, 1_000, 100_000);
    private static final Map<String, String> MODELS =
            Map.of("homeKeyFast", "model of Home Key, fast", "aliroFast", "model of Aliro, fast");

    private static final int NANOS = 1000;

    private final Output output;
    private final JmhRuns runs;
    private final Settings settings;

    /** What is measured as one: a tap of ours, or a model's. */
    private record Cell(String figure, String provider, int phones) {}

    CrowdReport(Output output, JmhRuns runs, Settings settings) {
        this.output = output;
        this.runs = runs;
        this.settings = settings;
    }

    /** Measures and prints. */
    void run() throws RunnerException {
        Map<Cell, List<Round>> ours = new LinkedHashMap<>();
        Map<Cell, List<Round>> models = new LinkedHashMap<>();
        for (int round = 0; round < runs.rounds(); round++) {
            for (int phones : settings.crowds()) {
                for (Suite suite : settings.suites()) {
                    for (Pages pages : Pages.values()) {
                        measure(suite, phones, pages, ours);
                    }
                }
            }
        }
        for (CryptoProvider provider : settings.providers()) {
            search(provider, models);
        }
        output.say("%n%-10s %-50s %7s %15s %9s%n", "provider", "many phones, to ten", "ratio", "(from to)", "aim");
        ours.forEach((cell, rounds) -> {
            if (cell.figure().endsWith(Figure.BOTH.words())) {
                output.aim(
                        cell.figure() + ", " + cell.phones() + " phones / " + CrowdJmh.FEW,
                        cell.provider(),
                        Ratio.of(rounds),
                        FLAT);
            }
        });
        output.say(
                "%n%-44s %-10s %9s %12s %14s %12s %15s %9s%n",
                "fast taps", "provider", "phones", "us", "ten beside it", "of ten's", "(from to)", "ns more");
        Set<String> told = new HashSet<>();
        ours.forEach((cell, rounds) -> {
            if (told.add(cell.figure() + cell.provider())) {
                Cell few = new Cell(cell.figure(), cell.provider(), CrowdJmh.FEW);
                print(few, rounds.stream().map(Round::ofOther).toList());
            }
            print(cell, rounds);
        });
        models.forEach(this::print);
    }

    private void measure(Suite suite, int phones, Pages pages, Map<Cell, List<Round>> into) throws RunnerException {
        Map<String, String> parameters =
                Map.of("suite", suite.name(), "provider", settings.firstParameter(), "phones", String.valueOf(phones));
        List<String> jvm = new ArrayList<>(pages.options());
        jvm.add(CrowdJmh.HEAP);
        List<Map<String, Double>> iterations = runs.iterations(CrowdJmh.class, "inTurns", parameters, jvm);
        for (Figure figure : List.of(Figure.DECISION, Figure.BOTH)) {
            into.computeIfAbsent(
                            new Cell(
                                    "fast tap, " + suite + ", " + pages.words() + ", " + figure.words(),
                                    settings.firstLabel(),
                                    phones),
                            first -> new ArrayList<>())
                    .add(Round.inTurns(figure.taps(iterations), figure.floors(iterations)));
        }
    }

    private void search(CryptoProvider provider, Map<Cell, List<Round>> into) throws RunnerException {
        Map<String, Score> few = new LinkedHashMap<>();
        for (int phones : SEARCHED) {
            Map<String, String> parameters = Map.of("provider", provider.name(), "phones", String.valueOf(phones));
            for (Score score : runs.scores(ModelsJmh.class, ".*", parameters)) {
                Score fewest = few.computeIfAbsent(score.name(), first -> score);
                into.computeIfAbsent(
                                new Cell(MODELS.getOrDefault(score.name(), score.name()), provider.label(), phones),
                                first -> new ArrayList<>())
                        .add(Round.apart(score.iterations(), fewest.iterations()));
            }
        }
    }

    private void print(Cell cell, List<Round> rounds) {
        Ratio ratio = Ratio.of(rounds);
        double more = (ratio.ours() - ratio.other()) * NANOS;
        output.say(
                "%-44s %-10s %9d %12.2f %14.2f %12.2f %15s %9.0f%n",
                cell.figure(),
                cell.provider(),
                cell.phones(),
                ratio.ours(),
                ratio.other(),
                ratio.ratio(),
                ratio.range(),
                more);
        output.fact(
                "{\"figure\":\"%s\",\"provider\":\"%s\",\"phones\":%d,\"micros\":%.2f,\"tensMicros\":%.2f,\"ofTens\":%.3f,\"from\":%s,\"to\":%s,"
                        + "\"nanosMore\":%.0f}%n",
                cell.figure(),
                cell.provider(),
                cell.phones(),
                ratio.ours(),
                ratio.other(),
                ratio.ratio(),
                Output.number(ratio.from()),
                Output.number(ratio.to()),
                more);
    }
}
