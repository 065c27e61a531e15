package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.ServerOptions;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.store.file.FileReaderKeys;
import io.lintel.store.file.ReaderKeys;
import io.lintel.transport.tcp.TcpReaderServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs a reader. */
@Command(
        name = "run",
        header = "Run a reader until it is stopped, one line per access event",
        description = {
            "",
            "Its keys are in the configuration's directory. When \"reader update\" has written a newer "
                    + "revocation list, it is in force within a second. TCP proves no proximity: this is for test "
                    + "benches and for learning."
        },
        footer = {"", "Example:", "  lintel reader run --config front-door/config.json --listen 127.0.0.1:7401"})
public final class ReaderRun implements Callable<Integer> {
    /** Where a reader listens unless it is told otherwise. */
    public static final HostAndPort DEFAULT_ADDRESS = new HostAndPort("127.0.0.1", 7401);

    private final Shell shell;

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The configuration that \"reader enroll\" wrote. Default: ${DEFAULT-VALUE}.")
    private Path configuration = Path.of("front-door", ReaderSettings.NAME);

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where to listen; port 0 takes any free one. Default: what the configuration says.")
    private @Nullable HostAndPort listen;

    /** A command of this shell. */
    public ReaderRun(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Path given = shell.resolve(configuration);
        Path file = Files.isDirectory(given) ? given.resolve(ReaderSettings.NAME) : given;
        ReaderSettings settings = ReaderSettings.read(file);
        Path artefact = file.resolveSibling(settings.artefact());
        Reader reader = reader(ArtefactFile.read(artefact), directoryOf(file));
        try (AccessLog log = new AccessLog(shell, settings.output())) {
            serve(reader, listen == null ? settings.listen() : listen, artefact, log);
        }
        shell.print(Answer.saying("The reader has stopped.").fact("event", "stopped"));
        return ExitCode.OK.number();
    }

    private void serve(Reader reader, HostAndPort where, Path artefact, AccessLog log) {
        try (TcpReaderServer door = TcpReaderServer.builder(reader)
                .bind(where.resolve())
                .eventSink(log::record)
                .clock(shell.clock())
                .start()) {
            HostAndPort address = HostAndPort.of(door.address());
            shell.print(Answer.saying("Reader " + reader.number() + " listens on " + address + ". Stop it with Ctrl-C.")
                    .fact("event", "listening")
                    .fact("reader", reader.number())
                    .fact("address", address.toString())
                    .next("tap", "lintel wallet tap --wallet phone --reader " + address));
            InstalledList list = new InstalledList(shell, reader, artefact);
            server.awaitStop(shell, () -> {
                list.refresh();
                log.failures(reader.counters());
            });
        }
        log.failures(reader.counters());
    }

    private static Path directoryOf(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? file : directory;
    }

    private Reader reader(ReaderArtefact artefact, Path directory) {
        CryptoSuite suite = shell.primitives().suite(artefact.suite());
        ReaderKeys keys = FileReaderKeys.open(directory)
                .load(suite)
                .orElseThrow(() -> CommandFailure.environment(
                        "cli.no-reader-keys",
                        "There are no reader's keys in " + directory + ". Let the reader make them there: lintel reader"
                                + " enroll --dir " + directory));
        ReaderPorts ports = ReaderPorts.of(suite, shell.random());
        try {
            return artefact.reader(
                    keys.dh(), keys.signing(), ports, shell.clock().instant());
        } catch (IllegalArgumentException mismatch) {
            throw CommandFailure.environment(
                    "cli.reader-keys-mismatch", "This configuration does not fit: " + mismatch.getMessage() + ".");
        }
    }
}
