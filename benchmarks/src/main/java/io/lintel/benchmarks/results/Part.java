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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A part of a run, in the order in which parts run: what is cited most comes first. */
enum Part {
    /** Octets, packets, air time: the same on every machine. */
    BYTES("Octets, packets and time on the air", Among.ALL_RUNS, 5, 15),
    /** Taps beside their floors. */
    TAPS("Taps beside their floors", Among.ALL_RUNS, 25, 900),
    /** Taps beside peers. */
    PEERS("Taps beside peers", Among.ALL_RUNS, 80, 1300),
    /** The whole system. */
    READER("The reader under load", Among.ALL_RUNS, 70, 1650),
    /** Fast taps at readers that know many phones. */
    CROWD("Fast taps at readers that know many phones", Among.FULL_RUNS, 110, 1080),
    /** What a reader allocates and keeps. */
    MEMORY("What a reader allocates and keeps", Among.FULL_RUNS, 90, 420),
    /** What is done besides taps. */
    BESIDES("What is done besides taps", Among.FULL_RUNS, 120, 420),
    /** Revocation lists beside others' formats. */
    LISTS("Revocation lists beside others' formats", Among.ALL_RUNS, 20, 60),
    /** The store's shared commits. */
    STORE("The store: callers that share commits", Among.NONE, 600, 1800);

    private static final int QUICK_SEEDS = 1000;
    private static final int SEEDS = 10_000;
    private static final int MINUTES_FROM_SECONDS = 120;

    private final String title;
    private final Among among;
    private final Duration quickly;
    private final Duration wholly;

    /** Which runs have a part that nobody names. */
    private enum Among {
        ALL_RUNS,
        FULL_RUNS,
        NONE
    }

    Part(String title, Among among, long quickSeconds, long seconds) {
        this.title = title;
        this.among = among;
        this.quickly = Duration.ofSeconds(quickSeconds);
        this.wholly = Duration.ofSeconds(seconds);
    }

    /** The parts of a run of some length, where none is named. */
    static List<Part> of(Length length) {
        return Stream.of(values())
                .filter(part ->
                        part.among == Among.ALL_RUNS || (length == Length.FULL && part.among == Among.FULL_RUNS))
                .toList();
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

    /** How long it takes about, on two processors. */
    Duration lasts(Length length) {
        return length == Length.QUICK ? quickly : wholly;
    }

    /** A duration in words: seconds, and from two minutes on minutes. */
    static String words(Duration duration) {
        long seconds = duration.toSeconds();
        return seconds < MINUTES_FROM_SECONDS
                ? seconds + " s"
                : String.format(
                        Locale.ROOT,
                        "%.0f min",
                        seconds / (double) Duration.ofMinutes(1).toSeconds());
    }

    /**
     * Runs it.
     *
     * @param progress told what is measured next
     */
    Section run(Length length, Consumer<String> progress)
            throws IOException, GeneralSecurityException, InterruptedException {
        boolean quick = length == Length.QUICK;
        Lines lines = new Lines(word(), title, this == STORE ? Bound.AT_LEAST : Bound.AT_MOST, progress);
        return switch (this) {
            case BYTES -> new AirResults(quick ? QUICK_SEEDS : SEEDS).section();
            case TAPS, PEERS, CROWD, MEMORY, BESIDES -> lines.of(TapBenchmark.class, taps(length));
            case LISTS -> lines.of(ListBenchmark.class, quick ? List.of("--rounds", "5") : List.of());
            case READER -> new ReaderLoad(quick ? LoadSettings.quick() : LoadSettings.full(), progress).section();
            case STORE -> lines.of(StoreBenchmark.class, store(length, "sqlite"), store(length, "postgres"));
        };
    }

    private List<String> taps(Length length) {
        List<String> arguments = new ArrayList<>(List.of("--only", word()));
        if (length == Length.QUICK) {
            arguments.addAll(List.of("--quick", "--provider", this == PEERS ? "ranked" : "conscrypt"));
        }
        return arguments;
    }

    private static List<String> store(Length length, String database) {
        return length == Length.QUICK ? List.of(database, "--quick") : List.of(database);
    }
}
