package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.JmhRuns.Score;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.runner.RunnerException;

/** What becomes of fast taps as a reader meets more phones: ours in turns with a small reader's, and the linear searches. */
final class CrowdReport {
    private static final Aimed FLAT = Aimed.atMost(1.10);
    private static final List<Integer> SEARCHED = List.of(CrowdJmh.FEW, 1_000, 100_000);

    private final Output output;
    private final JmhRuns runs;
    private final Settings settings;

    CrowdReport(Output output, JmhRuns runs, Settings settings) {
        this.output = output;
        this.runs = runs;
        this.settings = settings;
    }

    /**
     * Measures and prints.
     *
     * @param fast each provider's fast tap of suite 1, for the models' sake
     */
    void run(Map<CryptoProvider, Score> fast) throws RunnerException {
        CryptoProvider provider = settings.providers().get(0);
        output.say("%n%-10s %-40s %7s %15s %9s%n", "provider", "many phones, to ten", "ratio", "(from to)", "aim");
        for (Suite suite : settings.suites()) {
            for (int phones : settings.crowds()) {
                flat(suite, provider, phones);
            }
        }
        Score ours = fast.get(provider);
        if (ours != null) {
            searches(provider, ours);
        }
    }

    private void flat(Suite suite, CryptoProvider provider, int phones) throws RunnerException {
        Map<String, String> parameters =
                Map.of("suite", suite.name(), "provider", provider.name(), "phones", String.valueOf(phones));
        List<Map<String, Double>> iterations = runs.iterations(CrowdJmh.class, "inTurns", parameters);
        for (Figure figure : List.of(Figure.DECISION, Figure.BOTH)) {
            output.aim(
                    suite + " fast " + figure.label() + ", " + phones,
                    provider.label(),
                    Ratio.of(figure.taps(iterations), figure.floors(iterations)),
                    FLAT);
        }
    }

    private void searches(CryptoProvider provider, Score ours) throws RunnerException {
        output.say(
                "%nmodels with a linear search, by %s%n%-14s %9s %14s %12s %12s%n",
                provider.label(), "", "phones", "us", "of ten's", "of our fast");
        Map<String, Double> few = new HashMap<>();
        for (int phones : SEARCHED) {
            Map<String, String> parameters = Map.of("provider", provider.name(), "phones", String.valueOf(phones));
            for (Score score : runs.scores(ModelsJmh.class, ".*", parameters)) {
                few.putIfAbsent(score.name(), score.value());
                double growth = score.value() / few.getOrDefault(score.name(), Double.NaN);
                double ofOurs = score.value() / ours.value();
                output.say("%-14s %9d %14.1f %12.1f %12.1f%n", score.name(), phones, score.value(), growth, ofOurs);
                output.fact(
                        "{\"figure\":\"%s\",\"provider\":\"%s\",\"phones\":%d,\"micros\":%.2f,\"error\":%.2f,"
                                + "\"ofTens\":%.2f,\"ofFastTap\":%.2f}%n",
                        score.name(), provider.label(), phones, score.value(), score.error(), growth, ofOurs);
            }
        }
    }
}
