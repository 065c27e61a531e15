package io.lintel.testing;

import java.util.ArrayList;
import java.util.List;

/** How often a test, each of its invocations counted, passed, failed, and were skipped or aborted. */
record Tally(int passed, int failed, int skipped) {

    static final Tally NONE = new Tally(0, 0, 0);

    Tally plus(Outcome outcome) {
        return switch (outcome) {
            case PASSED -> new Tally(passed + 1, failed, skipped);
            case FAILED -> new Tally(passed, failed + 1, skipped);
            case SKIPPED -> new Tally(passed, failed, skipped + 1);
        };
    }

    Tally plus(Tally other) {
        return new Tally(passed + other.passed, failed + other.failed, skipped + other.skipped);
    }

    /** What became of all of them: failed where one failed, else passed where one passed. */
    Outcome outcome() {
        if (failed > 0) {
            return Outcome.FAILED;
        }
        return passed > 0 ? Outcome.PASSED : Outcome.SKIPPED;
    }

    /** The counts that are not zero, for people. */
    String describe() {
        List<String> words = new ArrayList<>();
        addCount(words, failed, "failed");
        addCount(words, passed, "passed");
        addCount(words, skipped, "skipped");
        return String.join(", ", words);
    }

    private static void addCount(List<String> words, int count, String word) {
        if (count > 0) {
            words.add(count == 1 ? word : count + " " + word);
        }
    }

    String format() {
        return passed + " " + failed + " " + skipped;
    }

    static Tally parse(String text) {
        String[] fields = text.split(" ", -1);
        if (fields.length != 3) {
            throw new IllegalArgumentException("a tally is three counts, not: " + text);
        }
        return new Tally(Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), Integer.parseInt(fields[2]));
    }

    /** What became of one test. */
    enum Outcome {
        PASSED,
        FAILED,
        SKIPPED
    }
}
