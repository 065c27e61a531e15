package io.lintel.cli.reader;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.manager.Groups;
import io.lintel.cli.manager.SiteOption;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.TextFile;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.tap.Transport;
import io.lintel.sdk.EnrollReader;
import io.lintel.sdk.ExportReaderConfiguration;
import io.lintel.sdk.Manager;
import io.lintel.sdk.ReaderEnrolled;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.store.file.FileReaderKeys;
import io.lintel.store.file.ReaderKeys;
import java.nio.file.Path;
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
            "The private keys stay in DIR and nowhere else. The manager gets the public ones with a proof that the"
                    + " reader",
            "holds the private ones. DIR also gets what the site tells the reader, reader.lintel, which holds the"
                    + " project",
            "key: keep it in the reader; and what you may set at the door, config.json."
        },
        footer = {"", "Example:", "  lintel reader enroll --name \"Front door\" --dir front-door"})
public final class ReaderEnroll implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

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
        ReaderEnrolled enrolled = database.with(shell, this::enroll);
        Path configuration = directory.typed(ReaderSettings.NAME);
        shell.print(Answer.saying("Reader " + enrolled.reader() + " \"" + name + "\" made its keys and is enrolled.")
                .fact("site", enrolled.customer().value())
                .fact("reader", enrolled.reader())
                .fact("name", name)
                .fact("configuration", configuration.toString())
                .next(
                        "issue a credential, or run the reader in a terminal of its own",
                        "lintel credential issue" + database.again() + site.again(),
                        "lintel reader run --config " + configuration));
        return ExitCode.OK.number();
    }

    private ReaderEnrolled enroll(Manager manager) {
        Site chosen = site.choose(manager.views());
        CryptoSuite suite = shell.primitives().suite(chosen.suite());
        Path path = directory.path(shell);
        ReaderKeys keys = FileReaderKeys.open(path).loadOrMake(suite);
        ReaderRequest request = ReaderRequest.make(suite, keys.dh().publicKey(), keys.signing());
        ReaderEnrolled enrolled = manager.enrollReader(
                shell.commandId(),
                new EnrollReader(chosen.customer(), name, groups.groups(), groups.technology(), request));
        export(shell, manager, chosen.customer(), enrolled.reader(), path.resolve(ArtefactFile.NAME));
        TextFile.write(
                path.resolve(ReaderSettings.NAME), ReaderSettings.standard().json());
        return enrolled;
    }

    /** Writes what the site tells a reader. The command's readers speak TCP alone, so that is what they accept. */
    static void export(Shell shell, Manager manager, CustomerId customer, int reader, Path file) {
        ExportReaderConfiguration request = new ExportReaderConfiguration(customer, reader, Set.of(Transport.TCP));
        try (ReaderArtefact artefact = manager.exportReaderConfiguration(shell.commandId(), request)) {
            ArtefactFile.write(file, artefact);
        }
    }
}
