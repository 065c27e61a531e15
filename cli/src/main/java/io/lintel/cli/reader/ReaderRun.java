package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.ServerOptions;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderArtefactException;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.store.file.FileReaderMemory;
import io.lintel.store.file.ReaderKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
                    + "configuration, the reader takes it within a second and goes by it from the next tap on; a tap under "
                    + "way ends under the one that it began with. Configurations and lists are kept beside the keys "
                    + "first, so that no restart brings an older one "
                    + "back. It refuses what the site did not sign, what is another reader's, and "
                    + "what is older than it took before. With --ble phones tap over Bluetooth, where it was "
                    + "enrolled with --transport ble; TCP proves no proximity and is for test benches and for learning."
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

    @Mixin
    private final BluetoothOptions bluetooth = new BluetoothOptions();

    @Option(
            names = "--manager",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where the manager takes links of readers, as \"manager run --links\" does: lists and "
                    + "configurations then come by themselves, and events go there. Default: no link.")
    private @Nullable HostAndPort manager;

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
        KeptConfiguration kept = new KeptConfiguration(shell, directoryOf(file));
        takeAtStart(kept, artefact);
        ReaderArtefact told = kept.last();
        ServedTransport served = new ServedTransport(bluetooth.served(), directoryOf(file));
        served.complaint(told).ifPresent(shell::print);
        DoorBehaviour behaviour = told.content().door().behaviour();
        try (AccessLog log = new AccessLog(shell, settings.output().orElse(behaviour.card()), behaviour.unlockTime());
                FileReaderMemory memory = kept.memory(told)) {
            HostAndPort where = listen == null ? settings.listen() : listen;
            Reader reader = reader(told, kept, memory);
            RunningConfiguration running = new RunningConfiguration(reader, kept, told);
            running.listen(next -> {
                DoorBehaviour now = next.content().door().behaviour();
                log.adopt(settings.output().orElse(now.card()), now.unlockTime());
                print(reader, next);
                served.complaint(next).ifPresent(shell::print);
            });
            serve(reader, told, where, new Watched(artefact, kept, running, directoryOf(file)), log);
        }
        shell.print(Answer.saying("The reader has stopped.").fact("event", "stopped"));
        return ExitCode.OK.number();
    }

    /** A file that the reader must not take does not keep it from starting with what it took before. */
    private void takeAtStart(KeptConfiguration kept, Path file) {
        try (ReaderArtefact offered = ArtefactFile.read(shell, file)) {
            kept.take(offered);
        } catch (CommandFailure | ReaderArtefactException unusable) {
            if (!kept.exists()) {
                throw unusable;
            }
            shell.print(InstalledConfiguration.refused(unusable));
        }
    }

    /** The file that an installer replaces, and what the reader keeps of it. */
    private record Watched(Path file, KeptConfiguration kept, RunningConfiguration running, Path directory) {}

    private void print(Reader reader, ReaderArtefact told) {
        shell.print(Answer.saying("Configuration " + told.revision() + " is in force, with list "
                        + reader.listInForce()
                                .map(list -> list.value().listEpoch())
                                .orElse(0L) + ".")
                .fact("event", "configuration-in-force")
                .fact("revision", told.revision())
                .fact("listEpoch", reader.listInForce().map(list -> list.value().listEpoch()))
                .fact("name", told.content().door().name()));
    }

    private void serve(Reader reader, ReaderArtefact told, HostAndPort where, Watched watched, AccessLog log) {
        try (Linkage linkage = linkage(reader, told, watched);
                OpenDoor door = open(reader, where, event -> {
                    linkage.record(event);
                    log.record(event);
                })) {
            shell.print(Answer.saying("Reader " + reader.number() + " " + door.where() + ". Stop it with Ctrl-C.")
                    .fact("event", "listening")
                    .fact("reader", reader.number())
                    .fact("address", door.address())
                    .fact("name", told.content().door().name())
                    .fact("revision", told.revision())
                    .fact("led", Words.of(told.content().door().behaviour().led()))
                    .fact("buzzer", Words.of(told.content().door().behaviour().buzzer()))
                    .next("tap", "lintel wallet tap --wallet phone " + door.tapOptions()));
            InstalledConfiguration installed = new InstalledConfiguration(shell, watched.running(), watched.file());
            server.awaitStop(shell, () -> {
                installed.refresh();
                linkage.flush();
                log.failures(reader.counters());
            });
        }
        log.failures(reader.counters());
    }

    private OpenDoor open(Reader reader, HostAndPort where, Consumer<AccessEvent> sink) {
        return bluetooth.isWanted()
                ? bluetooth.open(shell, reader, sink)
                : OpenDoor.overTcp(shell, reader, where, sink);
    }

    private Linkage linkage(Reader reader, ReaderArtefact told, Watched watched) {
        return manager == null
                ? Linkage.NONE
                : ManagerLinkage.open(
                        shell, reader, told, watched.kept(), watched.running(), watched.directory(), manager);
    }

    private static Path directoryOf(Path file) {
        Path directory = file.toAbsolutePath().getParent();
        return directory == null ? file : directory;
    }

    private Reader reader(ReaderArtefact told, KeptConfiguration kept, ReaderMemory memory) {
        ReaderKeys keys = kept.keys(told.suite());
        ReaderPorts ports = ReaderPorts.of(shell.primitives().suite(told.suite()), shell.random())
                .withMemory(memory);
        return told.reader(keys.dh(), keys.signing(), ports, shell.clock().instant());
    }
}
