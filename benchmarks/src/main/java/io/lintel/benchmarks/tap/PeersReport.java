package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.JmhRuns.Score;
import io.lintel.crypto.CryptoProvider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.openjdk.jmh.runner.RunnerException;

/**
 * Taps beside peers. What depends on our providers is measured as the product chooses them and with Bouncy Castle, which the aims name; taps by
 * the others stand beside their floors ({@link TapJmh}). The peers have their own, and are measured once in each round.
 */
final class PeersReport {
    private static final String BY_PROVIDER = "(coldTap|fastTap|coldTapP256|fastTapP256|modelStandard)";
    private static final String ALL = ".*";
    private static final Set<CryptoProvider> NATIVE = Set.of(CryptoProvider.CONSCRYPT, CryptoProvider.ACCP);

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("coldTap", "our cold tap, suite 1"),
            Map.entry("fastTap", "our fast tap, suite 1"),
            Map.entry("coldTapP256", "our cold tap, suite 2"),
            Map.entry("fastTapP256", "our fast tap, suite 2"),
            Map.entry("modelStandard", "model of Home Key and Aliro, standard"),
            Map.entry("noiseJavaIk", "noise-java IK"),
            Map.entry("noiseJavaXx", "noise-java XX"),
            Map.entry("tlsJdkFull", "TLS 1.3, JDK"),
            Map.entry("tlsJdkResumed", "TLS 1.3, JDK, resumed"),
            Map.entry("tlsBoringFull", "TLS 1.3, BoringSSL"),
            Map.entry("tlsBoringResumed", "TLS 1.3, BoringSSL, resumed"));

    private final Output output;
    private final JmhRuns runs;
    private final List<CryptoProvider> providers;
    private final Settings settings;

    /** What each round measured of the peers, by name. */
    private final Map<String, List<Score>> peers = new LinkedHashMap<>();

    /** And of what depends on the provider. */
    private final Map<CryptoProvider, Map<String, List<Score>>> ours = new LinkedHashMap<>();

    PeersReport(Output output, JmhRuns runs, Settings settings) {
        this.output = output;
        this.runs = runs;
        this.settings = settings;
        CryptoProvider first = settings.providers().get(0);
        this.providers = settings.providers().stream()
                .filter(provider -> provider == first || provider == CryptoProvider.BOUNCY_CASTLE)
                .toList();
    }

    /** Measures and prints. */
    void run() throws RunnerException {
        for (int round = 0; round < runs.rounds(); round++) {
            for (CryptoProvider provider : providers) {
                measure(provider);
            }
        }
        output.say(
                "%nboth sides, a phone that is known%n%-10s %-38s %12s %12s %12s %15s%n",
                "provider", "", "us", "octets made", "of cold tap", "(from to)");
        ours.forEach((provider, scores) ->
                scores.forEach((name, rounds) -> print(label(provider), name, rounds, of(scores, "coldTap"))));
        if (!ours.isEmpty()) {
            Map<String, List<Score>> first = ours.values().iterator().next();
            peers.forEach((name, rounds) -> print("its own", name, rounds, of(first, "coldTap")));
        }
        output.say("%n%-10s %-50s %7s %15s %9s%n", "provider", "how many times ours", "ratio", "(from to)", "aim");
        ours.forEach(this::aims);
    }

    private void measure(CryptoProvider provider) throws RunnerException {
        boolean isFirst = provider == providers.get(0);
        String methods = isFirst ? ALL : BY_PROVIDER;
        Map<String, String> parameters = Map.of(
                "provider",
                isFirst ? settings.firstParameter() : provider.name(),
                "exchanges",
                String.valueOf(settings.exchanges()));
        for (Score score : runs.scores(PeersJmh.class, methods, parameters)) {
            Map<String, List<Score>> into = score.name().matches(BY_PROVIDER)
                    ? ours.computeIfAbsent(provider, first -> new LinkedHashMap<>())
                    : peers;
            into.computeIfAbsent(score.name(), first -> new ArrayList<>()).add(score);
        }
    }

    private String label(CryptoProvider provider) {
        return provider == providers.get(0) ? settings.firstLabel() : provider.label();
    }

    private void print(String provider, String name, List<Score> scores, List<Score> coldTaps) {
        Ratio ratio = ratio(scores, coldTaps);
        double octets = scores.get(0).octets();
        output.say(
                "%-10s %-38s %12.1f %12.0f %12.2f %15s%n",
                provider, words(name), ratio.ours(), octets, ratio.ratio(), ratio.range());
        output.fact(
                "{\"figure\":\"%s\",\"provider\":\"%s\",\"micros\":%.2f,\"octetsMade\":%.0f,\"ofOurCold\":%.3f,\"from\":%s,"
                        + "\"to\":%s}%n",
                words(name),
                provider,
                ratio.ours(),
                octets,
                ratio.ratio(),
                Output.number(ratio.from()),
                Output.number(ratio.to()));
    }

    /** The aims of {@code docs/benchmarks.md}. */
    private void aims(CryptoProvider provider, Map<String, List<Score>> scores) {
        boolean nativeCode = NATIVE.contains(provider);
        if (nativeCode || provider == CryptoProvider.BOUNCY_CASTLE) {
            aim(provider, "noiseJavaIk", scores, "coldTap", nativeCode ? 10 : 4);
        }
        if (nativeCode) {
            aim(provider, "tlsBoringFull", scores, "coldTap", 1.4);
            aim(provider, "tlsBoringFull", scores, "coldTapP256", 1);
        }
        aim(provider, "tlsBoringResumed", scores, "fastTap", 10);
        aim(provider, "tlsBoringResumed", scores, "fastTapP256", 10);
    }

    private void aim(
            CryptoProvider provider, String peer, Map<String, List<Score>> scores, String tap, double atLeast) {
        output.aim(
                words(peer) + " / " + words(tap),
                label(provider),
                ratio(of(peers, peer), of(scores, tap)),
                Aimed.atLeast(atLeast));
    }

    private static Ratio ratio(List<Score> scores, List<Score> others) {
        return Ratio.of(IntStream.range(0, scores.size())
                .mapToObj(round -> Round.apart(
                        scores.get(round).iterations(), others.get(round).iterations()))
                .toList());
    }

    private static List<Score> of(Map<String, List<Score>> scores, String name) {
        List<Score> rounds = scores.get(name);
        if (rounds == null) {
            throw new IllegalStateException("nobody measured " + name);
        }
        return rounds;
    }

    private static String words(String method) {
        return WORDS.getOrDefault(method, method);
    }
}
