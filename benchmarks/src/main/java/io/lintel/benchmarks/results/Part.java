package io.lintel.benchmarks.results;

import io.lintel.benchmarks.air.AirResults;
import io.lintel.benchmarks.load.LoadSettings;
import io.lintel.benchmarks.load.ReaderLoad;
import io.lintel.benchmarks.results.Aim.Bound;
import io.lintel.benchmarks.results.RunOptions.Length;
import io.lintel.benchmarks.revocation.ListBenchmark;
import io.lintel.benchmarks.store.StoreBenchmark;
import io.lintel.benchmarks.tap.TapBenchmark;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A part of a run, in the order in which parts run. */
enum Part {
    /** Octets, packets, air time: the same on every machine. */
    BYTES("Octets, packets and time on the air", "seconds", "seconds"),
    /** Taps beside floors and peers. */
    TAPS("Taps beside their floors and peers", "90 s", "2 h"),
    /** Revocation lists beside others' formats. */
    LISTS("Revocation lists beside others' formats", "20 s", "1 min"),
    /** The whole system. */
    READER("The reader under load", "60 s", "25 min"),
    /** The store's shared commits; not among the quick ones. */
    STORE("The store: callers that share commits", "", "30 min");

    private static final int QUICK_SEEDS = 1000;
    private static final int SEEDS = 10_000;

    private final String title;
    private final String quickly;
    private final String wholly;

    Part(String title, String quickly, String wholly) {
        this.title = title;
        this.quickly = quickly;
        this.wholly = wholly;
    }

    /** The parts of a run of some length. */
    static List<Part> of(Length length) {
        return Stream.of(values()).filter(part -> !part.lasts(length).isEmpty()).toList();
    }

    /** The part of a name on the command line; empty if there is none. */
    static Optional<Part> named(String name) {
        return Stream.of(values()).filter(part -> part.word().equals(name)).findFirst();
    }

    /** Its name on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** How long it takes about, on two processors; empty if it is not among the parts of that length. */
    String lasts(Length length) {
        return length == Length.QUICK ? quickly : wholly;
    }

    /**
     * Runs it.
     *
     * @param progress told what is measured next
     */
    Section run(Length length, Consumer<String> progress)
            throws IOException, GeneralSecurityException, InterruptedException {
        boolean quick = length == Length.QUICK;
        return switch (this) {
            case BYTES -> new AirResults(quick ? QUICK_SEEDS : SEEDS).section();
            case TAPS ->
                new Lines(word(), title, Bound.AT_MOST, progress)
                        .of(
                                TapBenchmark.class,
                                quick
                                        ? List.of("--quick", "--provider", "conscrypt", "--only", "taps,peers")
                                        : List.of());
            case LISTS ->
                new Lines(word(), title, Bound.AT_MOST, progress)
                        .of(ListBenchmark.class, quick ? List.of("--rounds", "5") : List.of());
            case READER -> new ReaderLoad(quick ? LoadSettings.quick() : LoadSettings.full(), progress).section();
            case STORE ->
                new Lines(word(), title, Bound.AT_LEAST, progress)
                        .of(StoreBenchmark.class, List.of("sqlite"), List.of("postgres"));
        };
    }
}
