package io.lintel.cli.demo;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Program;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Suite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells the story of a door and checks every step of it. */
@Command(
        name = "demo",
        header = "Tell the story of a door: buy, import, issue, mail, activate, tap, attack, revoke, account",
        description = {
            "",
            "Manager, readers and phones are processes of their own, over a real database file and real TCP "
                    + "connections on this machine, in a directory of its own that is removed afterwards. Each line "
                    + "says what was expected and what was seen. Exit status 0 only if all was as expected."
        },
        footer = {"", "Example:", "  lintel demo --suite p256"})
public final class Demo implements Callable<Integer> {
    private final Shell shell;
    private final Program program;

    @Option(names = "--keep", description = "Keep the directory with the database, wallets, readers and logs.")
    private boolean keep;

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Suite suite = Suite.X25519;

    /** A command of this shell, which runs commands of the program. */
    public Demo(Shell shell, Program program) {
        this.shell = shell;
        this.program = program;
    }

    @Override
    public Integer call() {
        long began = System.nanoTime();
        Path directory = makeDirectory();
        Teller teller = new Teller(shell);
        try (Mailbox mailbox = new Mailbox();
                Cast cast = new Cast(directory, () -> leave(directory))) {
            Office office = new Office(program, directory, shell.clock());
            new Story(new Town(office, cast, directory, suite, mailbox), teller, shell).tell();
        }
        double seconds = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) / 1000.0;
        return end(teller, seconds, directory);
    }

    private int end(Teller teller, double seconds, Path directory) {
        boolean passed = teller.hasPassed();
        Answer answer = Answer.saying("")
                .line(String.format(
                        Locale.ROOT,
                        "%s: %d of %d steps as expected, in %.1f s.",
                        passed ? "All well" : "NOT as it should be",
                        teller.passed(),
                        teller.steps(),
                        seconds))
                .fact("ok", passed)
                .fact("steps", teller.steps())
                .fact("passed", teller.passed())
                .fact("seconds", seconds);
        if (keep) {
            answer.line("Everything is in " + directory + ".").fact("directory", directory.toString());
        } else if (!passed) {
            answer.line("Run lintel demo --keep to look at the database and the logs.");
        } else {
            answer.next("do it yourself", "lintel help");
        }
        shell.print(answer);
        return (passed ? ExitCode.OK : ExitCode.REFUSED).number();
    }

    private static Path makeDirectory() {
        try {
            return Files.createTempDirectory("lintel-demo-");
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.no-directory",
                    "No temporary directory can be made (" + e.getClass().getSimpleName()
                            + "). Choose another place with LINTEL_JAVA_OPTS=-Djava.io.tmpdir=DIR.");
        }
    }

    /** Removes the directory, unless it is to be kept. What cannot be removed is left to whoever cleans the machine. */
    private void leave(Path directory) {
        if (keep) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            shell.print(Answer.saying("The directory " + directory + " could not be removed.")
                    .fact("event", "left-behind")
                    .fact("directory", directory.toString()));
        }
    }
}
