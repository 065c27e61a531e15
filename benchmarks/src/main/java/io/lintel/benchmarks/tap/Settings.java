package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run measures, and for how long.
 *
 * @param suites the suites
 * @param providers the providers that go before others, one run each
 * @param rounds how often everything is measured, each time in a new JVM, so that a busy minute spoils one round and not one figure
 * @param iterations measured seconds in each of them
 * @param warmup seconds before them
 * @param parts whether what a reader does besides is measured, too
 * @param json whether to print lines of JSON in place of tables
 */
record Settings(
        List<Suite> suites,
        List<CryptoProvider> providers,
        int rounds,
        int iterations,
        int warmup,
        boolean parts,
        boolean json) {

    /** Reads {@code [--json] [--quick] [--suite NAME] [--provider LABEL] [--rounds N] [--without-parts]}. */
    static Settings of(List<String> words) {
        boolean quick = words.contains("--quick");
        List<Suite> suites = value(words, "--suite")
                .map(name -> List.of(Suite.valueOf(name.toUpperCase(Locale.ROOT))))
                .orElse(List.of(Suite.values()));
        List<CryptoProvider> all = quick
                ? List.of(CryptoProvider.CONSCRYPT, CryptoProvider.BOUNCY_CASTLE)
                : Arrays.asList(CryptoProvider.values());
        List<CryptoProvider> providers = value(words, "--provider")
                .map(label -> List.of(CryptoProvider.ofLabel(label).orElseThrow()))
                .orElse(all);
        int rounds = value(words, "--rounds").map(Integer::parseInt).orElse(quick ? 1 : 5);
        return new Settings(
                suites,
                providers,
                rounds,
                quick ? 3 : 5,
                quick ? 3 : 5,
                !words.contains("--without-parts"),
                words.contains("--json"));
    }

    private static Optional<String> value(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }
}
