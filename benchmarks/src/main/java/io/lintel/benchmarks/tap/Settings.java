package io.lintel.benchmarks.tap;

import io.lintel.crypto.CryptoProvider;
import io.lintel.crypto.Suite;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run measures, and for how long.
 *
 * @param suites the suites
 * @param providers the providers that go before others, one run each
 * @param rounds how often everything is measured, each time in a new JVM, so that a busy minute spoils one round and not one figure
 * @param iterations measured seconds in each of them
 * @param warmup seconds before them
 * @param isQuick whether less will do
 * @param sections the parts that are wanted
 */
record Settings(
        List<Suite> suites,
        List<CryptoProvider> providers,
        int rounds,
        int iterations,
        int warmup,
        boolean isQuick,
        Set<Section> sections) {

    /** A part of a run. */
    enum Section {
        /** Taps beside their floors. */
        TAPS,
        /** Taps beside peers. */
        PEERS,
        /** Fast taps at readers that know many phones. */
        CROWD,
        /** What is done besides. */
        PARTS,
        /** What a reader keeps of each phone. */
        MEMORY
    }

    private static final List<Integer> CROWDS = List.of(1_000, 100_000, 1_000_000);

    boolean measures(Section section) {
        return sections.contains(section);
    }

    /** Returns these settings with other providers. */
    Settings with(List<CryptoProvider> others) {
        return new Settings(suites, others, rounds, iterations, warmup, isQuick, sections);
    }

    /** Returns how many phones the larger readers have met. */
    List<Integer> crowds() {
        return isQuick ? CROWDS.subList(0, 2) : CROWDS;
    }

    /** Reads {@code [--quick] [--suite NAME] [--provider LABEL] [--rounds N] [--only SECTION,SECTION]}. */
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
        Set<Section> sections = value(words, "--only").map(Settings::sections).orElse(EnumSet.allOf(Section.class));
        int rounds = value(words, "--rounds").map(Integer::parseInt).orElse(quick ? 1 : 5);
        return new Settings(suites, providers, rounds, quick ? 3 : 5, quick ? 3 : 5, quick, sections);
    }

    private static Set<Section> sections(String names) {
        return Arrays.stream(names.toUpperCase(Locale.ROOT).split(",", -1))
                .map(Section::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Section.class)));
    }

    private static Optional<String> value(List<String> words, String name) {
        int at = words.indexOf(name);
        return at < 0 ? Optional.empty() : Optional.of(words.get(at + 1));
    }
}
