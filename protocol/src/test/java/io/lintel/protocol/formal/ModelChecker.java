package io.lintel.protocol.formal;

import io.lintel.testing.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tlc2.TLC;

/** TLC over a model of spec/formal/tla, in a JVM of its own: it keeps static state and ends its process. */
final class ModelChecker {
    private static final Path MODELS = Repository.root().resolve("spec/formal/tla");
    private static final Pattern VIOLATED = Pattern.compile("Error: Invariant (\\w+) is violated\\.");
    private static final String INVARIANTS = "INVARIANTS";
    private static final String CLEAN = "Model checking completed. No error has been found.";

    private final Path scratch;
    private final String module;

    /** Creates a checker of the model of that name, which works in a directory of its own. */
    ModelChecker(Path scratch, String module) {
        this.scratch = scratch;
        this.module = module + ".tla";
    }

    /** Returns the same configuration with one invariant alone. */
    static String holdingOnly(String invariant, String configuration) {
        int invariants = configuration.indexOf(INVARIANTS);
        if (invariants <= 0) {
            throw new IllegalArgumentException("the configuration names no invariants");
        }
        return configuration.substring(0, invariants) + INVARIANTS + " " + invariant + "\n";
    }

    /** Returns the text of a configuration in the models' directory. */
    static String configuration(String name) throws IOException {
        return Files.readString(MODELS.resolve(name + ".cfg"));
    }

    /**
     * Looks at every state of the model.
     *
     * @return the invariant that some state breaks, or empty if all states were seen and none breaks any
     */
    Optional<String> check(String configuration) throws Exception {
        Path model = Files.copy(MODELS.resolve(module), scratch.resolve(module));
        Path constants = Files.writeString(scratch.resolve("Checked.cfg"), configuration);
        Path printed = scratch.resolve("printed.txt");
        Process process = new ProcessBuilder(command(model, constants))
                .directory(scratch.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed.toFile())
                .start();
        process.waitFor();
        String output = Files.readString(printed);
        Matcher violated = VIOLATED.matcher(output);
        if (violated.find()) {
            return Optional.of(violated.group(1));
        }
        if (process.exitValue() != 0 || !output.contains(CLEAN)) {
            throw new AssertionError("TLC came to no result:\n" + output);
        }
        return Optional.empty();
    }

    private List<String> command(Path model, Path constants) throws Exception {
        Path tools = Path.of(
                TLC.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseParallelGC",
                "-Djava.io.tmpdir=" + scratch,
                "-cp",
                tools.toString(),
                TLC.class.getName(),
                "-deadlock",
                "-workers",
                "auto",
                "-metadir",
                scratch.resolve("states").toString(),
                "-config",
                constants.getFileName().toString(),
                model.getFileName().toString());
    }
}
