package io.lintel.cli.person;

import io.lintel.cli.manager.ImportFiles;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Progress;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.sync.CsvDirectory;
import io.lintel.sdk.sync.Imported;
import io.lintel.sdk.sync.SyncPeople;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a site's people those of a host system's list. */
@Command(
        name = "import",
        header = "Bring a site's people in step with a host system's list, a CSV file: all of them, or none",
        description = {
            "",
            "The columns are First name, Last name, E-mail, ID and, if wanted, Sync ID, in any order. A file with mistakes"
                    + " changes nothing, and every mistake is told with its line. The same file twice is the file once."
        },
        footer = {"", "Example:", "  lintel person import people.csv --dry-run"})
public final class PersonImport extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "FILE", description = "The list, UTF-8.")
    private Path file = Path.of("");

    @Option(
            names = "--remove-absent",
            description =
                    "Remove the people of earlier lists whom this one does not name, and revoke their credentials.")
    private boolean removeAbsent;

    @Option(names = "--dry-run", description = "Only tell what it would do.")
    private boolean dryRun;

    /** A command of this shell. */
    public PersonImport(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        try (Progress progress = shell().progress("people")) {
            SyncPeople request = new SyncPeople(
                    site.customer(),
                    new CsvDirectory(ImportFiles.open(shell(), file)),
                    removeAbsent ? SyncPeople.Absent.REMOVE : SyncPeople.Absent.KEEP,
                    ImportFiles.shownBy(progress));
            if (dryRun) {
                return ImportFiles.answer(manager.people().planSync(request));
            }
            Imported imported = manager.people().sync(command.id(shell()), request);
            return ImportFiles.answer(imported.counts());
        }
    }
}
