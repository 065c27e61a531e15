package io.lintel.benchmarks.tap;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What is told of a tap: the opener, time until the reader has decided, and all that reader, phone and both do. */
enum Figure {
    /** The reader's opener. */
    OPENER,
    /** From the phone's message to the reader's decision. */
    DECISION,
    /** All that the reader does, its opener included. */
    READER,
    /** All that the phone does. */
    PHONE,
    /** Both sides. */
    BOTH;

    /** Returns this figure of a tap whose parts took so long. */
    long of(long open, long answer, long decide, long finish) {
        return switch (this) {
            case OPENER -> open;
            case DECISION -> decide;
            case READER -> open + decide;
            case PHONE -> answer + finish;
            case BOTH -> open + answer + decide + finish;
        };
    }

    /** Returns the name of this figure in tables. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns what this figure is of, as sentences have it. */
    String words() {
        return switch (this) {
            case OPENER -> "opener";
            case DECISION -> "to the decision";
            case READER -> "reader in all";
            case PHONE -> "phone in all";
            case BOTH -> "both sides";
        };
    }

    /** Returns the taps' medians of this figure out of JMH's secondary results, an iteration each. */
    List<Double> taps(List<Map<String, Double>> iterations) {
        return results("tap", iterations);
    }

    /** Returns the floors'. */
    List<Double> floors(List<Map<String, Double>> iterations) {
        return results("floor", iterations);
    }

    private List<Double> results(String of, List<Map<String, Double>> iterations) {
        String name = of + name().charAt(0) + label().substring(1);
        return iterations.stream()
                .map(iteration -> Objects.requireNonNull(iteration.get(name), name))
                .toList();
    }
}
