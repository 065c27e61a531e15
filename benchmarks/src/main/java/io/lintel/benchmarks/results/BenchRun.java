package io.lintel.benchmarks.results;

import io.lintel.benchmarks.results.RunOptions.Action;
import io.lintel.benchmarks.results.RunOptions.Form;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs benchmarks part by part, writes what each found into a directory as soon as it ends, and prints the whole.
 *
 * <p>{@code ./lintel bench}, or {@code io.lintel.benchmarks.results.BenchRun [PART...] [--quick] [--list] [--json] [--directory
 * DIR]}; parts are those of {@link Part}. It ends with 2 if it was called wrongly.
 */
public final class BenchRun {
    private static final int CALLED_WRONGLY = 2;

    private final RunOptions options;
    private final PartFiles files;
    private final PrintStream out;
    private final PrintStream told;

    BenchRun(RunOptions options, PrintStream out, PrintStream told) {
        this.options = options;
        this.files = new PartFiles(options.directory());
        this.out = out;
        this.told = told;
    }

    /** Runs, or says what would be run. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        try {
            new BenchRun(
                            RunOptions.parse(arguments),
                            new PrintStream(System.out, true, StandardCharsets.UTF_8),
                            System.err)
                    .run();
        } catch (WrongCall wrong) {
            System.err.println(wrong.getMessage());
            System.exit(CALLED_WRONGLY);
        }
    }

    void run() throws IOException, GeneralSecurityException, InterruptedException {
        if (options.action() == Action.LIST) {
            list();
            return;
        }
        Machine machine = Machine.here();
        files.require(machine, options.length());
        for (Part part : options.parts()) {
            told.println("bench: " + part.title() + ", about " + Part.words(part.lasts(options.length())));
            files.write(measure(part, machine));
            ResultFiles.write(options.directory(), new BenchResults(machine, files.read()));
        }
        BenchResults results = new BenchResults(machine, files.read());
        out.print(options.form() == Form.JSON ? ResultFiles.line(results.facts()) + "\n" : results.markdown());
        told.println("bench: results.json, results.md and plots are in "
                + options.directory().toAbsolutePath());
    }

    private PartResult measure(Part part, Machine machine)
            throws IOException, GeneralSecurityException, InterruptedException {
        Instant began = Instant.now();
        Quietness before = Quietness.now();
        Section section = part.run(options.length(), what -> told.println("bench: " + what));
        return new PartResult(
                part,
                options.length(),
                options.command(),
                began.toString(),
                Duration.between(began, Instant.now()).toSeconds(),
                Quietness.worst(List.of(before, Quietness.now())),
                PartFiles.facts(machine),
                section);
    }

    private void list() {
        if (options.form() == Form.JSON) {
            Map<String, Object> facts = new LinkedHashMap<>();
            options.parts().forEach(part -> facts.put(part.word(), Part.words(part.lasts(options.length()))));
            out.println(ResultFiles.line(Map.of("parts", facts)));
            return;
        }
        Table table = new Table("", "part", "takes about", "measures");
        options.parts().forEach(part -> table.row(part.word(), Part.words(part.lasts(options.length())), part.title()));
        Duration sum = options.parts().stream()
                .map(part -> part.lasts(options.length()))
                .reduce(Duration.ZERO, Duration::plus);
        table.row("in all", Part.words(sum), "");
        out.print(table.markdown());
    }
}
