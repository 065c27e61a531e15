package io.lintel.benchmarks.results;

import io.lintel.benchmarks.results.RunOptions.Action;
import io.lintel.benchmarks.results.RunOptions.Form;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs benchmarks part by part, prints what they found, and writes it into a directory.
 *
 * <p>{@code ./lintel bench}, or {@code io.lintel.benchmarks.results.BenchRun [PART...] [--quick] [--list] [--json] [--directory
 * DIR]}; parts are {@code bytes}, {@code taps}, {@code lists}, {@code reader} and {@code store}. It ends with 2 if it was called
 * wrongly.
 */
public final class BenchRun {
    private static final int CALLED_WRONGLY = 2;

    private final RunOptions options;
    private final PrintStream out;
    private final PrintStream told;

    BenchRun(RunOptions options, PrintStream out, PrintStream told) {
        this.options = options;
        this.out = out;
        this.told = told;
    }

    /** Runs, or says what would be run. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        RunOptions options;
        try {
            options = RunOptions.parse(arguments);
        } catch (IllegalArgumentException wrong) {
            System.err.println(wrong.getMessage());
            System.exit(CALLED_WRONGLY);
            return;
        }
        new BenchRun(options, new PrintStream(System.out, true, StandardCharsets.UTF_8), System.err).run();
    }

    void run() throws IOException, GeneralSecurityException, InterruptedException {
        if (options.action() == Action.LIST) {
            list();
            return;
        }
        BenchResults results = measure();
        ResultFiles.write(options.directory(), results);
        out.print(options.form() == Form.JSON ? ResultFiles.line(results.facts()) + "\n" : results.markdown());
        told.println("bench: results.json, results.md and plots are in "
                + options.directory().toAbsolutePath());
    }

    private BenchResults measure() throws IOException, GeneralSecurityException, InterruptedException {
        Instant began = Instant.now();
        List<Quietness> looks = new ArrayList<>();
        List<Section> sections = new ArrayList<>();
        for (Part part : options.parts()) {
            told.println("bench: " + part.title());
            looks.add(Quietness.now());
            sections.add(part.run(options.length(), what -> told.println("bench: " + what)));
        }
        looks.add(Quietness.now());
        return new BenchResults(options.command(), began, Machine.here(), Quietness.worst(looks), sections);
    }

    private void list() {
        if (options.form() == Form.JSON) {
            Map<String, Object> facts = new LinkedHashMap<>();
            options.parts().forEach(part -> facts.put(part.word(), part.lasts(options.length())));
            out.println(ResultFiles.line(Map.of("parts", facts)));
            return;
        }
        Table table = new Table("", "part", "takes about", "measures");
        options.parts().forEach(part -> table.row(part.word(), part.lasts(options.length()), part.title()));
        out.print(table.markdown());
    }
}
