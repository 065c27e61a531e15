package io.lintel.cli.conformance;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.conformance.Restart;
import io.lintel.conformance.Timing;
import io.lintel.conformance.material.Material;
import io.lintel.conformance.material.MaterialFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the trials of readers and phones are told alike. */
final class TrialOptions {
    /** The name of the file that {@code conformance material} writes. */
    static final String NAME = "kit.txt";

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The material that \"conformance material\" wrote. Default: ${DEFAULT-VALUE}.")
    private Path config = Path.of("kit", NAME);

    @Option(
            names = "--only",
            paramLabel = "ID",
            description = "Runs the cases whose ids begin with this, such as reader.fast. May be repeated.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of what the cases draw, keys and nonces apart. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--patience",
            paramLabel = "TIME",
            converter = ShortDuration.class,
            description = "How long to wait for what should come at once. Default: 2s.")
    private Duration patience = Timing.recommended().patience();

    @Option(
            names = "--fuzz",
            paramLabel = "TIME",
            converter = ShortDuration.class,
            description = "Also sends altered and random messages for so long, such as 60s.")
    private Duration fuzz = Duration.ZERO;

    @Option(
            names = "--restart",
            paramLabel = "COMMAND",
            description =
                    "Restarts what is tried: a command for the shell that ends it as a loss of power does, starts it "
                            + "again, and returns. Without it the cases that need a restart are skipped.")
    private @Nullable String restart;

    @Option(names = "--junit", paramLabel = "FILE", description = "Also writes the results as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--html", paramLabel = "FILE", description = "Also writes the results as a page for people.")
    private @Nullable Path html;

    Material material(Shell shell) {
        String text = TextFile.read(shell.resolve(config), "Make it first: lintel conformance material --out DIR");
        try {
            return MaterialFile.read(text, shell.primitives()::suite);
        } catch (IllegalArgumentException damaged) {
            throw CommandFailure.environment(
                    "cli.conformance-material",
                    "The file " + config + " is not what the kit goes by: " + damaged.getMessage()
                            + ". Make another: lintel conformance material --out DIR");
        }
    }

    Timing timing() {
        return Timing.recommended().withPatience(patience);
    }

    long seed() {
        return seed;
    }

    Duration fuzz() {
        return fuzz;
    }

    Optional<Restart> restart() {
        return Optional.ofNullable(restart).map(RestartCommand::new);
    }

    Predicate<String> chosen() {
        return id -> only.isEmpty() || only.stream().anyMatch(id::startsWith);
    }

    Told told(Shell shell) {
        return new Told(
                shell,
                Optional.ofNullable(junit).map(shell::resolve),
                Optional.ofNullable(html).map(shell::resolve));
    }
}
