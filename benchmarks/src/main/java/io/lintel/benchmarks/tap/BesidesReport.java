package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.results.Ratios;
import io.lintel.benchmarks.tap.JmhRuns.Score;
import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.runner.RunnerException;

/** What a reader and a manager do besides the handshake, each beside its floor, where a floor is: see {@link BesidesJmh}. */
final class BesidesReport {
    private static final String FLOOR = "Floor";

    /** What calls a primitive; the rest is measured with the first provider alone. */
    private static final String BY_PROVIDER = "(credentialFirst|listDecode|activation).*";

    private static final String ALL = ".*";

    private final Output output;
    private final JmhRuns runs;
    private final Settings settings;

    BesidesReport(Output output, JmhRuns runs, Settings settings) {
        this.output = output;
        this.runs = runs;
        this.settings = settings;
    }

    /** Measures and prints. */
    void run() throws RunnerException {
        output.say("%n%-7s %-10s %-18s %12s %14s %9s%n", "suite", "provider", "", "ns", "octets made", "of floor");
        for (Suite suite : settings.suites()) {
            for (CryptoProvider provider : settings.providers()) {
                String methods = provider == settings.providers().get(0) ? ALL : BY_PROVIDER;
                List<Score> scores = runs.scores(
                        BesidesJmh.class, methods, Map.of("suite", suite.name(), "provider", provider.name()));
                Map<String, Score> byName = new HashMap<>();
                scores.forEach(score -> byName.put(score.name(), score));
                scores.forEach(score -> print(suite, provider, score, byName.get(score.name() + FLOOR)));
            }
        }
    }

    private void print(Suite suite, CryptoProvider provider, Score score, @Nullable Score floor) {
        double nanos = Ratios.median(score.iterations());
        String ofFloor = floor == null
                ? "null"
                : Output.number(
                        Round.apart(score.iterations(), floor.iterations()).ratio());
        output.say(
                "%-7s %-10s %-18s %12.1f %14.0f %9s%n",
                suite, provider.label(), score.name(), nanos, score.octets(), floor == null ? "" : ofFloor);
        output.fact(
                "{\"figure\":\"%s\",\"suite\":\"%s\",\"provider\":\"%s\",\"nanos\":%.1f,\"octetsMade\":%.0f,\"ofFloor\":%s}%n",
                score.name(), suite, provider.label(), nanos, score.octets(), ofFloor);
    }
}
