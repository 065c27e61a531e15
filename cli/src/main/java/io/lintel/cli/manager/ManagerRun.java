package io.lintel.cli.manager;

import io.lintel.cli.notification.MailOptions;
import io.lintel.cli.notification.Outgoing;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.ServerOptions;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.statistics.ReportFile;
import io.lintel.connectors.HttpWebhookSender;
import io.lintel.crypto.Bytes;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.notification.Dispatched;
import io.lintel.sdk.notification.ManagerAddress;
import io.lintel.sdk.notification.Notifier;
import io.lintel.sdk.statistics.StatisticsRecipient;
import io.lintel.transport.tcp.RequestHandler;
import io.lintel.transport.tcp.TcpManagerServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the endpoint where phones activate and check in. */
@Command(
        name = "run",
        header = "Run the endpoint where phones activate and check in, and send mails and events, until it is stopped",
        description = {"", "Several of these, and all other commands, may work on one database at the same time."},
        footer = {"", "Example:", "  lintel manager run --db lintel.db --listen 0.0.0.0:7400"})
public final class ManagerRun implements Callable<Integer> {
    /** Where it listens when nobody says otherwise. */
    public static final HostAndPort DEFAULT_ADDRESS = new HostAndPort("127.0.0.1", 7400);

    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    @Mixin
    private final MailOptions mail = new MailOptions();

    @Option(
            names = "--address",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where phones reach it, for the QR codes in mails. Default: where it listens.")
    private @Nullable HostAndPort address;

    @Option(
            names = "--statistics-file",
            paramLabel = "FILE",
            description =
                    "Appends what sites share, twice a day, one JSON line for each site and day. Default: nowhere.")
    private @Nullable Path statisticsFile;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where to listen; port 0 takes any free one. Default: ${DEFAULT-VALUE}.")
    private HostAndPort listen = DEFAULT_ADDRESS;

    @Option(
            names = "--links",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where readers may keep links, over which lists and configurations go out at once and "
                    + "events come home; port 0 takes any free one. Default: nowhere.")
    private @Nullable HostAndPort links;

    /** A command of this shell. */
    public ManagerRun(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        return database.with(shell, this::serve);
    }

    private int serve(Manager manager) {
        Optional<Notifier> notifier = mail.notifier(shell);
        try (TcpManagerServer endpoint = TcpManagerServer.builder((request, source) -> answer(manager, request, source))
                        .bind(listen.resolve())
                        .start();
                Links readers = links == null ? Links.NONE : LinkEndpoint.open(manager, links)) {
            HostAndPort own = HostAndPort.of(endpoint.address());
            shell.print(Answer.saying("The manager listens on " + own + ". Stop it with Ctrl-C.")
                    .fact("event", "listening")
                    .fact("address", own.toString()));
            readers.address()
                    .ifPresent(where -> shell.print(Answer.saying("Readers link to it on " + where + ".")
                            .fact("event", "links")
                            .fact("address", where.toString())));
            sendUntilStop(manager, notifier, address == null ? own : address, readers);
        }
        shell.print(Answer.saying("The manager has stopped.").fact("event", "stopped"));
        return ExitCode.OK.number();
    }

    private void sendUntilStop(Manager manager, Optional<Notifier> notifier, HostAndPort reached, Links readers) {
        ManagerAddress inCodes = new ManagerAddress(reached.host(), reached.port());
        SiteTending tending = new SiteTending(shell, manager);
        HttpWebhookSender webhooks = HttpWebhookSender.of(HttpWebhookSender.USUAL_TIMEOUT);
        try (Outgoing events =
                        new Outgoing(shell, "events", () -> manager.events().dispatch(webhooks));
                Outgoing mails = new Outgoing(
                        shell,
                        "mail",
                        () -> notifier.map(way -> manager.notifications().dispatch(way, inCodes))
                                .orElse(Dispatched.NOTHING));
                Outgoing statistics = new Outgoing(
                        shell,
                        "statistics",
                        () -> reports()
                                .map(way -> manager.statistics().dispatch(way))
                                .orElse(Dispatched.NOTHING));
                Outgoing revocations = new Outgoing(shell, "revocations", () -> {
                    tending.round();
                    return Dispatched.NOTHING;
                })) {
            events.start();
            mails.start();
            statistics.start();
            revocations.start();
            server.awaitStop(shell, readers::look);
        }
    }

    private Optional<StatisticsRecipient> reports() {
        return Optional.ofNullable(statisticsFile).map(file -> new ReportFile(shell.resolve(file)));
    }

    /** A network that asks too often is told to wait, without having been listened to. */
    private static Bytes answer(Manager manager, Bytes request, String source) {
        try {
            return manager.phones().answer(request, source);
        } catch (ManagerException.Refused refused) {
            if (refused.code() == ErrorCode.RATE_LIMITED) {
                return RequestHandler.busy(refused.retryAfter().orElse(Duration.ZERO));
            }
            throw refused;
        }
    }
}
