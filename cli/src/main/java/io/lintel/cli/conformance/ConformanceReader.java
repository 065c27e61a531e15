package io.lintel.cli.conformance;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.conformance.ReaderConformance;
import io.lintel.conformance.RestartFailedException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries a reader. */
@Command(
        name = "reader",
        header = "Try a reader: every tap that is right, and what it must refuse",
        description = {
            "",
            "Each case names the sentence of spec/protocol.md that it tries, and a case that fails names the one that is "
                    + "broken, with what was expected and what was seen. It takes a quarter of a minute."
        },
        footer = {"", "Example:", "  lintel conformance reader --target tcp://127.0.0.1:7401 --config kit/kit.txt"})
public final class ConformanceReader implements Callable<Integer> {
    private static final String TCP = "tcp://";

    private final Shell shell;

    @Option(
            names = "--target",
            paramLabel = "tcp://HOST:PORT",
            required = true,
            description = "Where the reader listens.")
    private String target = "";

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Option(
            names = "--restart",
            paramLabel = "COMMAND",
            description =
                    "Restarts the reader: a command for the shell, which returns once the reader is started again. "
                            + "Without it the cases that need a restart are skipped.")
    private @Nullable String restart;

    /** A command of this shell. */
    public ConformanceReader(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (!target.startsWith(TCP)) {
            throw CommandFailure.usage(
                    "cli.bad-target", "\"" + target + "\" is not a target. Write it as tcp://HOST:PORT.");
        }
        InetSocketAddress address =
                HostAndPort.parse(target.substring(TCP.length())).resolve();
        Told told = options.told(shell);
        ReaderConformance trial = new ReaderConformance(
                options.material(shell),
                address,
                options.timing(),
                options.seed(),
                options.fuzz(),
                options.chosen(),
                Optional.ofNullable(restart).map(RestartCommand::new));
        try {
            return told.tell(trial.run(told::tell));
        } catch (RestartFailedException failed) {
            throw CommandFailure.usage(
                    "cli.restart-failed",
                    "The run has ended: " + failed.getMessage() + ". Give another one with --restart.");
        }
    }
}
