package io.lintel.cli.reader;

import io.lintel.cli.manager.DatabaseOption;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.site.PublishList;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the newest configuration and revocation list to a reader. */
@Command(
        name = "update",
        header = "Bring the newest configuration and revocation list to a reader",
        description = {
            "",
            "A running reader takes the list within a second, and the rest when it starts the next time. A list "
                    + "that is older than a day is published anew, because readers deny when theirs expires. "
                    + "A reader that is linked to its manager (reader run --manager) gets both by itself, and phones "
                    + "carry lists to the others.",
            "",
            "The door goes on accepting the transports that it accepts, unless --transport names others."
        },
        footer = {
            "",
            "Example:",
            "  lintel reader update --dir front-door",
            "  lintel reader update --dir side-door --transport ble"
        })
public final class ReaderUpdate implements Callable<Integer> {
    private static final Duration FRESH_LIST = Duration.ofDays(1);

    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final ReaderDirectoryOption directory = new ReaderDirectoryOption();

    @Mixin
    private final TransportOption transport = new TransportOption();

    /** A command of this shell. */
    public ReaderUpdate(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, this::update));
        return ExitCode.OK.number();
    }

    private Answer update(Manager manager) {
        Path file = directory.path(shell).resolve(ArtefactFile.NAME);
        ReaderCertificate certificate = certificate(file);
        Site site = site(manager, certificate.project());
        int reader = certificate.readerNumber();
        renewList(manager, site);
        ReaderEnroll.export(shell, manager, site.customer(), reader, file, transport.orToldBy(shell, file));
        PublishedList list = manager.sites().currentRevocationList(site.customer());
        return Answer.saying("Reader " + reader + " has revocation list " + list.epoch() + " now.")
                .fact("reader", reader)
                .fact("listEpoch", list.epoch());
    }

    /** A list expires, and readers deny then; whoever carries one to a reader carries a fresh one. */
    private void renewList(Manager manager, Site site) {
        PublishedList newest = manager.sites().currentRevocationList(site.customer());
        if (newest.issued().plus(FRESH_LIST).isBefore(shell.clock().instant())) {
            manager.sites().publishList(shell.commandId(), new PublishList(site.customer()));
        }
    }

    private ReaderCertificate certificate(Path file) {
        try (ReaderArtefact artefact = ArtefactFile.read(shell, file)) {
            return artefact.certificate();
        }
    }

    private static Site site(Manager manager, ProjectId project) {
        return manager.sites().list().stream()
                .filter(site -> site.project().equals(project))
                .findFirst()
                .orElseThrow(() -> CommandFailure.refused(
                        "cli.another-manager",
                        "That reader belongs to a site that is not in this database. Give the right database"
                                + " with --db."));
    }
}
