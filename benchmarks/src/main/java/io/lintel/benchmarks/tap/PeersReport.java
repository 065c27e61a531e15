package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.JmhRuns.Score;
import io.lintel.crypto.CryptoProvider;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Taps beside peers. What depends on our provider is measured with each; the peers have their own, and are measured once, in
 * the same run.
 */
final class PeersReport {
    private static final String BY_PROVIDER = "(coldTap|fastTap|coldTapP256|fastTapP256|modelStandard)";
    private static final String ALL = ".*";
    private static final Set<CryptoProvider> NATIVE = Set.of(CryptoProvider.CONSCRYPT, CryptoProvider.ACCP);

    private final Output output;
    private final JmhRuns runs;
    private final List<CryptoProvider> providers;
    private final Map<String, Score> peers = new LinkedHashMap<>();

    PeersReport(Output output, JmhRuns runs, List<CryptoProvider> providers) {
        this.output = output;
        this.runs = runs;
        this.providers = providers;
    }

    /** Measures and prints; returns each provider's fast tap of suite 1. */
    Map<CryptoProvider, Score> run() throws RunnerException {
        output.say(
                "%nboth sides, a phone that is known%n%-10s %-18s %12s %10s %12s%n",
                "provider", "", "us", "+-", "of cold tap");
        Map<CryptoProvider, Map<String, Score>> measured = new HashMap<>();
        for (CryptoProvider provider : providers) {
            String methods = peers.isEmpty() ? ALL : BY_PROVIDER;
            Map<String, Score> ours = new LinkedHashMap<>();
            for (Score score : runs.scores(PeersJmh.class, methods, Map.of("provider", provider.name()))) {
                (score.name().matches(BY_PROVIDER) ? ours : peers).put(score.name(), score);
            }
            double cold = of(ours, "coldTap").value();
            ours.values().forEach(score -> print(provider.label(), score, score.value() / cold));
            if (measured.isEmpty()) {
                peers.values().forEach(score -> print("its own", score, score.value() / cold));
            }
            measured.put(provider, ours);
        }
        output.say("%n%-10s %-40s %7s %15s %9s%n", "provider", "how many times ours", "ratio", "(from to)", "aim");
        measured.forEach(this::aims);
        Map<CryptoProvider, Score> fast = new HashMap<>();
        measured.forEach((provider, ours) -> fast.put(provider, of(ours, "fastTap")));
        return fast;
    }

    private void print(String provider, Score score, double ofOurs) {
        output.say("%-10s %-18s %12.1f %10.1f %12.2f%n", provider, score.name(), score.value(), score.error(), ofOurs);
        output.fact(
                "{\"figure\":\"%s\",\"provider\":\"%s\",\"micros\":%.2f,\"error\":%.2f,\"ofOurs\":%.2f}%n",
                score.name(), provider, score.value(), score.error(), ofOurs);
    }

    /** The aims of {@code docs/benchmarks.md}. */
    private void aims(CryptoProvider provider, Map<String, Score> ours) {
        boolean nativeCode = NATIVE.contains(provider);
        if (nativeCode || provider == CryptoProvider.BOUNCY_CASTLE) {
            aim(provider, "noiseJavaIk", ours, "coldTap", nativeCode ? 10 : 4);
        }
        if (nativeCode) {
            aim(provider, "tlsBoringFull", ours, "coldTap", 1.4);
            aim(provider, "tlsBoringFull", ours, "coldTapP256", 1);
        }
        aim(provider, "tlsBoringResumed", ours, "fastTap", 10);
        aim(provider, "tlsBoringResumed", ours, "fastTapP256", 10);
    }

    private void aim(CryptoProvider provider, String peer, Map<String, Score> ours, String tap, double atLeast) {
        Ratio ratio = Ratio.unpaired(of(peers, peer).iterations(), of(ours, tap).iterations());
        output.aim(peer + " / " + tap, provider.label(), ratio, Aimed.atLeast(atLeast));
    }

    private static Score of(Map<String, Score> scores, String name) {
        Score score = scores.get(name);
        if (score == null) {
            throw new IllegalStateException("nobody measured " + name);
        }
        return score;
    }
}
