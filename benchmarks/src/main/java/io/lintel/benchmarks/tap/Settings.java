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
 * @param providers the providers that go before others, one run each, as the product ranks them for curves
 * @param isRanked whether nobody named a provider, so that what is measured once is measured as the product chooses
 * @param rounds how often everything is measured; 0 leaves that to each section
 * @param isQuick whether less will do
 * @param sections the parts that are wanted
 */
record Settings(
        List<Suite> suites,
        List<CryptoProvider> providers,
        boolean isRanked,
        int rounds,
        boolean isQuick,
        Set<Section> sections) {

    /**
     * How long something is measured.
     *
     * @param rounds how often, each time in a new JVM, so that a busy minute spoils one round and not one figure
     * @param warmup seconds before each
     * @param iterations measured seconds in each of them
     */
    record Pace(int rounds, int warmup, int iterations) {}

    /** A part of a run. */
    enum Section {
        /** Taps beside their floors. */
        TAPS,
        /** Taps beside peers. */
        PEERS,
        /** Fast taps at readers that know many phones. */
        CROWD,
        /** What a reader allocates and keeps of each phone. */
        MEMORY,
        /** What is done besides. */
        BESIDES
    }

    private static final String RANKED = "ranked";
    private static final List<Integer> CROWDS = List.of(1_000, 100_000, 1_000_000);

    boolean measures(Section section) {
        return sections.contains(section);
    }

    /** Returns how long a section is measured. */
    Pace pace(Section section) {
        Pace pace = isQuick ? quick(section) : full(section);
        return rounds == 0 ? pace : new Pace(rounds, pace.warmup(), pace.iterations());
    }

    private static Pace quick(Section section) {
        return section == Section.TAPS ? new Pace(1, 3, 2) : new Pace(1, 2, 2);
    }

    private static Pace full(Section section) {
        return switch (section) {
            case TAPS -> new Pace(5, 4, 5);
            case PEERS -> new Pace(5, 3, 2);
            case CROWD -> new Pace(3, 3, 2);
            case MEMORY, BESIDES -> new Pace(1, 3, 3);
        };
    }

    /**
     * Returns how often a peer is made to exchange before its seconds of warm-up: what takes milliseconds would have had some
     * hundred exchanges in these, and its code would be half compiled.
     */
    int exchanges() {
        return isQuick ? 1_000 : 10_000;
    }

    /** Returns these settings with other providers. */
    Settings with(List<CryptoProvider> others) {
        return new Settings(suites, others, isRanked, rounds, isQuick, sections);
    }

    /** Returns the parameter of a benchmark of the first provider, see {@link Chosen}. */
    String firstParameter() {
        return isRanked ? Chosen.RANKED : providers.get(0).name();
    }

    /** Returns what figures of the first provider name. */
    String firstLabel() {
        return isRanked ? Chosen.RANKED_LABEL : providers.get(0).label();
    }

    /** Returns how many phones the larger readers know. */
    List<Integer> crowds() {
        return isQuick ? CROWDS.subList(0, 2) : CROWDS;
    }

    /** The product's order for curves. */
    private static final List<CryptoProvider> AS_RANKED =
            List.of(CryptoProvider.CONSCRYPT, CryptoProvider.ACCP, CryptoProvider.BOUNCY_CASTLE, CryptoProvider.JDK);

    /**
     * Reads {@code [--quick] [--suite NAME] [--provider LABEL] [--rounds N] [--only SECTION,SECTION]}. The label {@value #RANKED} is
     * the product's own choice, and nothing else.
     */
    static Settings of(List<String> words) {
        boolean quick = words.contains("--quick");
        List<Suite> suites = value(words, "--suite")
                .map(name -> List.of(Suite.valueOf(name.toUpperCase(Locale.ROOT))))
                .orElse(List.of(Suite.values()));
        List<CryptoProvider> all = quick ? List.of(CryptoProvider.CONSCRYPT, CryptoProvider.BOUNCY_CASTLE) : AS_RANKED;
        if (value(words, "--provider").filter(RANKED::equals).isPresent()) {
            all = AS_RANKED.subList(0, 1);
        }
        Optional<String> named = value(words, "--provider").filter(label -> !label.equals(RANKED));
        List<CryptoProvider> providers = named.map(
                        label -> List.of(CryptoProvider.ofLabel(label).orElseThrow()))
                .orElse(all);
        Set<Section> sections = value(words, "--only").map(Settings::sections).orElse(EnumSet.allOf(Section.class));
        int rounds = value(words, "--rounds").map(Integer::parseInt).orElse(0);
        return new Settings(suites, providers, named.isEmpty(), rounds, quick, sections);
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
