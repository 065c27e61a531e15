package io.lintel.benchmarks.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run was asked for.
 *
 * @param parts what it measures
 * @param length for how long
 * @param action whether it measures, or says what it would
 * @param form how it prints
 * @param directory where its files go
 */
record RunOptions(List<Part> parts, Length length, Action action, Form form, Path directory) {
    static final String USAGE = "usage: BenchRun [PART...] [--quick] [--list] [--json] [--directory DIR]";

    /** For how long. */
    enum Length {
        /** Some three minutes. */
        QUICK,
        /** Until the figures can be cited. */
        FULL
    }

    /** What to do. */
    enum Action {
        /** Measure. */
        MEASURE,
        /** Say what would be measured. */
        LIST
    }

    /** How it prints. */
    enum Form {
        /** Markdown. */
        TEXT,
        /** One line of JSON. */
        JSON
    }

    /** Reads words; refuses what it does not know with {@link WrongCall}. */
    static RunOptions parse(String... arguments) {
        List<String> words = new ArrayList<>(List.of(arguments));
        Length length = words.remove("--quick") ? Length.QUICK : Length.FULL;
        Action action = words.remove("--list") ? Action.LIST : Action.MEASURE;
        Form form = words.remove("--json") ? Form.JSON : Form.TEXT;
        Path directory = directory(words);
        List<Part> parts = words.stream()
                .map(word -> Part.named(word).orElseThrow(() -> new WrongCall(USAGE)))
                .toList();
        return new RunOptions(parts.isEmpty() ? Part.of(length) : parts, length, action, form, directory);
    }

    private static Path directory(List<String> words) {
        int place = words.indexOf("--directory");
        if (place < 0) {
            return Path.of("bench-results");
        }
        words.remove(place);
        if (place == words.size()) {
            throw new WrongCall(USAGE);
        }
        return Path.of(words.remove(place));
    }

    /** The command that asks for the same. */
    String command() {
        List<String> words = new ArrayList<>(List.of("./lintel", "bench"));
        if (!parts.equals(Part.of(length))) {
            parts.forEach(part -> words.add(part.word()));
        }
        Optional.of(length).filter(Length.QUICK::equals).ifPresent(quick -> words.add("--quick"));
        return String.join(" ", words);
    }
}
