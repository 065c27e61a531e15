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
 * What becomes of fast taps as a reader knows more phones: ours in turns with a small reader's, by the first provider, as what is looked at
 * there is no primitive; and the models, whose reader searches, by each, in one round.
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
    private record Cell(String figure, CryptoProvider provider, int phones) {}

    CrowdReport(Output output, JmhRuns runs, Settings settings) {
        this.output = output;
        this.runs = runs;
        this.settings = settings;
    }

    /** Measures and prints. */
    void run() throws RunnerException {
        Map<Cell, List<Round>> ours = new LinkedHashMap<>();
        Map<Cell, List<Round>> models = new LinkedHashMap<>();
        CryptoProvider first = settings.providers().get(0);
        for (int round = 0; round < runs.rounds(); round++) {
            for (int phones : settings.crowds()) {
                for (Suite suite : settings.suites()) {
                    measure(suite, first, phones, ours);
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
                        cell.provider().label(),
                        Ratio.of(rounds),
                        FLAT);
            }
        });
        output.say(
                "%n%-36s %-10s %9s %12s %12s %15s %9s%n",
                "fast taps", "provider", "phones", "us", "of ten's", "(from to)", "ns more");
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

    private void measure(Suite suite, CryptoProvider provider, int phones, Map<Cell, List<Round>> into)
            throws RunnerException {
        Map<String, String> parameters =
                Map.of("suite", suite.name(), "provider", provider.name(), "phones", String.valueOf(phones));
        List<Map<String, Double>> iterations = runs.iterations(CrowdJmh.class, "inTurns", parameters);
        for (Figure figure : List.of(Figure.DECISION, Figure.BOTH)) {
            into.computeIfAbsent(
                            new Cell("fast tap, " + suite + ", " + figure.words(), provider, phones),
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
                                new Cell(MODELS.getOrDefault(score.name(), score.name()), provider, phones),
                                first -> new ArrayList<>())
                        .add(Round.apart(score.iterations(), fewest.iterations()));
            }
        }
    }

    private void print(Cell cell, List<Round> rounds) {
        Ratio ratio = Ratio.of(rounds);
        double more = (ratio.ours() - ratio.other()) * NANOS;
        output.say(
                "%-36s %-10s %9d %12.2f %12.2f %15s %9.0f%n",
                cell.figure(),
                cell.provider().label(),
                cell.phones(),
                ratio.ours(),
                ratio.ratio(),
                ratio.range(),
                more);
        output.fact(
                "{\"figure\":\"%s\",\"provider\":\"%s\",\"phones\":%d,\"micros\":%.2f,\"ofTens\":%.3f,\"from\":%s,\"to\":%s,"
                        + "\"nanosMore\":%.0f}%n",
                cell.figure(),
                cell.provider().label(),
                cell.phones(),
                ratio.ours(),
                ratio.ratio(),
                Output.number(ratio.from()),
                Output.number(ratio.to()),
                more);
    }
}
