package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.JmhRuns.Score;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** What a reader and a manager do besides the handshake, each beside its floor, where a floor is: see {@link PartsJmh}. */
final class PartsReport {
    private static final String FLOOR = "Floor";

    private final Output output;
    private final JmhRuns runs;
    private final Settings settings;

    PartsReport(Output output, JmhRuns runs, Settings settings) {
        this.output = output;
        this.runs = runs;
        this.settings = settings;
    }

    /** Measures and prints. */
    void run() throws RunnerException {
        output.say(
                "%n%-7s %-10s %-18s %12s %10s %14s %9s%n",
                "suite", "provider", "", "ns", "+-", "octets made", "of floor");
        for (Suite suite : settings.suites()) {
            for (CryptoProvider provider : settings.providers()) {
                List<Score> scores =
                        runs.scores(PartsJmh.class, ".*", Map.of("suite", suite.name(), "provider", provider.name()));
                Map<String, Score> byName = new HashMap<>();
                scores.forEach(score -> byName.put(score.name(), score));
                scores.forEach(score -> print(suite, provider, score, byName.get(score.name() + FLOOR)));
            }
        }
    }

    private void print(Suite suite, CryptoProvider provider, Score score, @Nullable Score floor) {
        String ofFloor = floor == null
                ? ""
                : Ratio.unpaired(score.iterations(), floor.iterations()).text();
        output.say(
                "%-7s %-10s %-18s %12.1f %10.1f %14.0f %9s%n",
                suite, provider.label(), score.name(), score.value(), score.error(), score.octets(), ofFloor);
        output.fact(
                "{\"figure\":\"%s\",\"suite\":\"%s\",\"provider\":\"%s\",\"nanos\":%.1f,\"error\":%.1f,\"octets\":%.0f,"
                        + "\"ofFloor\":%s}%n",
                score.name(),
                suite,
                provider.label(),
                score.value(),
                score.error(),
                score.octets(),
                ofFloor.isEmpty() ? "null" : ofFloor);
    }
}
