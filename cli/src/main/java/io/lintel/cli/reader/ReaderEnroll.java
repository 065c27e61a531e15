package io.lintel.cli.reader;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.manager.Groups;
import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteOption;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.store.file.FileReaderKeys;
import io.lintel.store.file.ReaderKeys;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lets a reader make its keys, and certifies them. */
@Command(
        name = "enroll",
        header = "Let a reader make its own keys, certify them, and write its configuration",
        description = {
            "",
            "The private keys stay in DIR and nowhere else. The manager gets the public ones with a proof "
                    + "that the reader holds the private ones. DIR also gets what the site tells the reader, "
                    + "reader.lintel, which holds the project key: keep it in the reader; and what you may set at the "
                    + "door, config.json.",
            "",
            "A door accepts taps over TCP alone unless --transport says otherwise; a reader that runs with --ble needs "
                    + "--transport ble.",
            "",
            "With --request the reader is of another make: it made its keys itself, and DIR gets reader.lintel alone."
        },
        footer = {
            "",
            "Example:",
            "  lintel reader enroll --name \"Front door\" --dir front-door",
            "  lintel reader enroll --name \"Side door\" --dir side-door --transport ble",
            "  lintel reader enroll --name \"Back door\" --dir back-door --request back-door.request"
        })
public final class ReaderEnroll implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final ReaderDirectoryOption directory = new ReaderDirectoryOption();

    @Mixin
    private final TransportOption transport = new TransportOption();

    @Mixin
    private final Groups groups = new Groups();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What people see in the app. Default: ${DEFAULT-VALUE}.")
    private String name = "Front door";

    @Option(
            names = "--request",
            paramLabel = "FILE",
            description = "What a reader of another make asks with: its public keys, signed by itself.")
    private @Nullable Path request;

    /** A command of this shell. */
    public ReaderEnroll(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Enrolled enrolled = database.with(shell, this::enroll);
        shell.print(request == null ? ours(enrolled) : foreign(enrolled));
        return ExitCode.OK.number();
    }

    private Answer ours(Enrolled enrolled) {
        Path configuration = directory.typed(ReaderSettings.NAME);
        return saying(enrolled, configuration)
                .line("Warning: " + ArtefactFile.NAME + " there holds the site's project key. Give it to this reader"
                        + " alone, send it to nobody and keep no copy.")
                .next(
                        "issue a credential, or run the reader in a terminal of its own",
                        "lintel credential issue" + database.again() + site.again(),
                        "lintel reader run --config " + configuration);
    }

    private Answer foreign(Enrolled enrolled) {
        Path artefact = directory.typed(ArtefactFile.NAME);
        return saying(enrolled, artefact)
                .line("Carry " + artefact + " to the reader. It holds the site's project key: give it to this reader"
                        + " alone, send it to nobody and keep no copy.")
                .next("issue a credential", "lintel credential issue" + database.again() + site.again());
    }

    private static Answer saying(Enrolled enrolled, Path configuration) {
        return Answer.saying("Reader " + enrolled.number() + " \"" + enrolled.name() + "\" " + enrolled.how() + ".")
                .fact("site", enrolled.customer().value())
                .fact("reader", enrolled.number())
                .fact("name", enrolled.name())
                .fact("configuration", configuration.toString());
    }

    private Enrolled enroll(Manager manager) {
        CustomerId customer = site.choose(manager).customer();
        Path path = directory.path(shell);
        ReaderRequest asked = request == null
                ? made(path, shell.primitives().suite(site.choose(manager).suite()))
                : brought(path, shell.resolve(request));
        Path artefact = path.resolve(ArtefactFile.NAME);
        Enrolled enrolled = known(manager, customer, asked.dhKey()).orElseGet(() -> {
            EnrollReader wanted = new EnrollReader(customer, name, groups.groups(), groups.technology(), asked);
            int number = manager.readers().enroll(command.id(shell), wanted).reader();
            return new Enrolled(
                    customer, number, name, request == null ? "made its keys and is enrolled" : "is enrolled");
        });
        export(shell, manager, customer, enrolled.number(), artefact, transport.orToldBy(shell, artefact));
        Path settings = path.resolve(ReaderSettings.NAME);
        if (request == null && !Files.exists(settings)) {
            TextFile.write(settings, ReaderSettings.standard().json());
        }
        return enrolled;
    }

    private static ReaderRequest brought(Path directory, Path request) {
        ReaderRequest asked = RequestFile.read(request);
        RequestFile.makeDirectory(directory);
        return asked;
    }

    private static ReaderRequest made(Path directory, CryptoSuite suite) {
        ReaderKeys keys = FileReaderKeys.open(directory).loadOrMake(suite);
        return ReaderRequest.make(suite, keys.dh().publicKey(), keys.signing());
    }

    /** Whoever was interrupted after the enrolment gets the rest. */
    private static Optional<Enrolled> known(Manager manager, CustomerId customer, Bytes key) {
        return Pages.all(
                        after -> manager.readers().enrolled(customer, Math.toIntExact(after), Manager.MAX_PAGE),
                        EnrolledReader::number)
                .stream()
                .filter(reader -> reader.dhKey().equals(key))
                .findFirst()
                .map(reader -> new Enrolled(
                        customer, reader.number(), reader.name(), "was enrolled already; its files are up to date"));
    }

    /** What there is to tell. */
    private record Enrolled(CustomerId customer, int number, String name, String how) {}

    /** Writes what the site tells a reader whose door accepts these transports. */
    static void export(
            Shell shell, Manager manager, CustomerId customer, int reader, Path file, Set<Transport> transports) {
        ExportReaderConfiguration request = new ExportReaderConfiguration(customer, reader, transports);
        try (ReaderArtefact artefact = manager.readers().exportConfiguration(shell.commandId(), request)) {
            ArtefactFile.write(file, artefact);
        }
    }
}
