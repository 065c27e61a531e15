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
                    + "door, config.json."
        },
        footer = {"", "Example:", "  lintel reader enroll --name \"Front door\" --dir front-door"})
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
    private final Groups groups = new Groups();

    @Option(
            names = "--name",
            paramLabel = "NAME",
            description = "What people see in the app. Default: ${DEFAULT-VALUE}.")
    private String name = "Front door";

    /** A command of this shell. */
    public ReaderEnroll(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        Enrolled enrolled = database.with(shell, this::enroll);
        Path configuration = directory.typed(ReaderSettings.NAME);
        shell.print(Answer.saying(
                        "Reader " + enrolled.number() + " \"" + enrolled.name() + "\" " + enrolled.how() + ".")
                .fact("site", enrolled.customer().value())
                .fact("reader", enrolled.number())
                .fact("name", enrolled.name())
                .fact("configuration", configuration.toString())
                .line("Warning: " + ArtefactFile.NAME + " there holds the site's project key. Give it to this reader"
                        + " alone, send it to nobody and keep no copy.")
                .next(
                        "issue a credential, or run the reader in a terminal of its own",
                        "lintel credential issue" + database.again() + site.again(),
                        "lintel reader run --config " + configuration));
        return ExitCode.OK.number();
    }

    private Enrolled enroll(Manager manager) {
        CustomerId customer = site.choose(manager).customer();
        CryptoSuite suite = shell.primitives().suite(site.choose(manager).suite());
        Path path = directory.path(shell);
        ReaderKeys keys = FileReaderKeys.open(path).loadOrMake(suite);
        Enrolled enrolled = known(manager, customer, keys).orElseGet(() -> {
            ReaderRequest request = ReaderRequest.make(suite, keys.dh().publicKey(), keys.signing());
            EnrollReader wanted = new EnrollReader(customer, name, groups.groups(), groups.technology(), request);
            int number = manager.readers().enroll(command.id(shell), wanted).reader();
            return new Enrolled(customer, number, name, "made its keys and is enrolled");
        });
        export(shell, manager, customer, enrolled.number(), path.resolve(ArtefactFile.NAME));
        Path settings = path.resolve(ReaderSettings.NAME);
        if (!Files.exists(settings)) {
            TextFile.write(settings, ReaderSettings.standard().json());
        }
        return enrolled;
    }

    /** Whoever was interrupted after the enrolment gets the rest. */
    private static Optional<Enrolled> known(Manager manager, CustomerId customer, ReaderKeys keys) {
        Bytes key = keys.dh().publicKey().encoded();
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

    /** Writes what the site tells a reader. The command's readers speak TCP alone, so that is what they accept. */
    static void export(Shell shell, Manager manager, CustomerId customer, int reader, Path file) {
        ExportReaderConfiguration request = new ExportReaderConfiguration(customer, reader, Set.of(Transport.TCP));
        try (ReaderArtefact artefact = manager.readers().exportConfiguration(shell.commandId(), request)) {
            ArtefactFile.write(file, artefact);
        }
    }
}
