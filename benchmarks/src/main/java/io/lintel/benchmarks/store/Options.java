package io.lintel.benchmarks.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * How to measure.
 *
 * @param database {@code sqlite} or {@code postgres}
 * @param many how many credentials exist where there are many
 * @param json whether one line of JSON is wanted for each figure
 */
record Options(String database, int callers, int rounds, Duration round, Duration warmUp, long many, boolean json) {

    static final String USAGE =
            "usage: StoreBenchmark sqlite|postgres [--quick] [--json] [--callers N] [--rounds N] [--credentials N]";

    static Options parse(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        boolean quick = words.remove("--quick");
        boolean json = words.remove("--json");
        int callers = (int) number(words, "--callers", 16);
        int rounds = (int) number(words, "--rounds", quick ? 5 : 11);
        long many = number(words, "--credentials", quick ? 200_000 : 2_000_000);
        if (words.size() != 1 || !List.of("sqlite", "postgres").contains(words.get(0))) {
            throw new IllegalArgumentException(USAGE);
        }
        return new Options(
                words.get(0),
                callers,
                rounds,
                Duration.ofMillis(quick ? 600 : 1500),
                Duration.ofSeconds(quick ? 3 : 8),
                many,
                json);
    }

    private static long number(List<String> words, String name, long otherwise) {
        int place = words.indexOf(name);
        if (place < 0) {
            return otherwise;
        }
        words.remove(place);
        if (place == words.size()) {
            throw new IllegalArgumentException(USAGE);
        }
        return Long.parseLong(words.remove(place));
    }
}
