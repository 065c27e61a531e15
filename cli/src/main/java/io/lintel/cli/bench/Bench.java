package io.lintel.cli.bench;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Runs the benchmarks in a process of their own, with the class path that their build left: what they compare with is on none of
 * the command's.
 */
@Command(
        name = "bench",
        header = "Measure: taps, lists, octets and a reader under load, each beside its floor or what others use",
        description = {
            "",
            "Prints what it finds, with ratios, intervals and how quiet the machine was, and writes results.json, results.md and"
                    + " plots. What a part found is written when it ends, and a part may run again by itself into the same"
                    + " directory. It runs in a working copy alone: the benchmarks are no part of the command."
        },
        footer = {"", "Example:", "  lintel bench --quick", "  lintel bench reader --directory under-load"})
public final class Bench implements Callable<Integer> {
    /** Names the directory of the benchmarks' build; the script sets it. */
    static final String BUILD = "lintel.benchmarks";

    private static final String PASSED_ON = "lintel.crypto.";
    private static final String PROGRAM = "io.lintel.benchmarks.results.BenchRun";
    private static final int CALLED_WRONGLY = 2;

    private final Shell shell;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description =
                    "What to measure: bytes, taps, peers, reader, crowd, memory, besides, lists, store. Default: all but the"
                            + " store; with --quick bytes, taps, peers, reader and lists.")
    private List<String> parts = new ArrayList<>();

    @Option(
            names = "--quick",
            description = "About three minutes instead of more than an hour, and figures that are as rough.")
    private boolean quick;

    @Option(names = "--list", description = "Say what would be measured and how long it takes, and measure nothing.")
    private boolean list;

    @Option(names = "--directory", paramLabel = "DIR", description = "Where the files go. Default: ${DEFAULT-VALUE}.")
    private Path directory = Path.of("bench-results");

    /** A command of this shell. */
    public Bench(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        try {
            int status = run();
            if (status == CALLED_WRONGLY) {
                throw CommandFailure.usage(
                        "cli.bad-part",
                        "This cannot be measured; why stands above. Parts are bytes, taps, peers, reader, crowd, memory,"
                                + " besides, lists and store.");
            }
            if (status != 0) {
                throw CommandFailure.environment(
                        "cli.bench-failed", "The benchmarks did not come to their end; why stands above.");
            }
            return ExitCode.OK.number();
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.bench-failed", "The benchmarks cannot be started (" + e.getMessage() + "). Build them again.");
        }
    }

    private int run() throws IOException {
        Process process = new ProcessBuilder(command())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                shell.out().println(line);
            }
            return process.waitFor();
        } catch (InterruptedException told) {
            Thread.currentThread().interrupt();
            throw CommandFailure.environment("cli.interrupted", "The benchmarks were interrupted.");
        } finally {
            process.destroy();
        }
    }

    private List<String> command() throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Properties properties = System.getProperties();
        for (String name : properties.stringPropertyNames()) {
            if (name.startsWith(PASSED_ON)) {
                command.add("-D" + name + "=" + properties.getProperty(name));
            }
        }
        command.addAll(List.of("-Dorg.slf4j.simpleLogger.defaultLogLevel=warn", "-cp", classPath(), PROGRAM));
        command.addAll(parts);
        addIf(quick, command, "--quick");
        addIf(list, command, "--list");
        addIf(shell.usesJson(), command, "--json");
        command.addAll(List.of("--directory", shell.resolve(directory).toString()));
        return command;
    }

    private static void addIf(boolean wanted, List<String> command, String word) {
        if (wanted) {
            command.add(word);
        }
    }

    private static String classPath() throws IOException {
        String build = System.getProperty(BUILD, "");
        Path libraries = Path.of(build, "benchmarks.classpath");
        if (build.isEmpty() || !Files.exists(libraries)) {
            throw CommandFailure.environment(
                    "cli.no-benchmarks",
                    "There are no benchmarks here. Run ./lintel bench in a working copy, which builds them.");
        }
        return Path.of(build, "classes")
                + System.getProperty("path.separator")
                + Files.readString(libraries).strip();
    }
}
