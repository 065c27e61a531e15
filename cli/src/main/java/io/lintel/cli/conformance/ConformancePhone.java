package io.lintel.cli.conformance;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.conformance.PhoneConformance;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries a phone. */
@Command(
        name = "phone",
        header = "Try a phone: be the reader that it taps, right and wrong",
        description = {
            "",
            "Let the phone tap again and again, with a gesture, one tap after the other, until the run is over: each case "
                    + "takes one tap or a few. What the phone shows meanwhile means nothing."
        },
        footer = {"", "Example:", "  lintel conformance phone --listen 127.0.0.1:7401 --config kit/kit.txt"})
public final class ConformancePhone implements Callable<Integer> {
    private final Shell shell;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            required = true,
            converter = HostAndPort.Converter.class,
            description = "Where to listen; port 0 takes any free one.")
    private HostAndPort listen = new HostAndPort("127.0.0.1", 0);

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Option(
            names = "--arrival",
            paramLabel = "TIME",
            converter = ShortDuration.class,
            description = "How long to wait for the phone's next tap. Default: 60s.")
    private Duration arrival = Duration.ofSeconds(60);

    /** A command of this shell. */
    public ConformancePhone(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Told told = options.told(shell);
        try (PhoneConformance trial =
                PhoneConformance.listen(options.material(shell), listen.resolve(), options.restart())) {
            HostAndPort where = HostAndPort.of(trial.address());
            shell.print(Answer.saying("The kit listens on " + where + ". Let the phone tap until the run is over.")
                    .fact("event", "listening")
                    .fact("address", where.toString()));
            return told.tell(
                    trial.run(options.timing(), arrival, options.seed(), options.fuzz(), options.chosen(), told::tell));
        } catch (IllegalArgumentException noKey) {
            throw CommandFailure.refused(
                    "cli.conformance-no-key",
                    "This material was made for a reader that keeps its key. Make other material without --request.");
        } catch (IOException refused) {
            throw CommandFailure.environment(
                    "cli.cannot-listen", "Cannot listen at " + listen + ". Check that no other program does.");
        }
    }
}
