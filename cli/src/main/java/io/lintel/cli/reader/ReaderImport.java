package io.lintel.cli.reader;

import io.lintel.cli.manager.ImportFiles;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Progress;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.ImportReaders;
import io.lintel.sdk.sync.Imported;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Registers readers as a file says. */
@Command(
        name = "import",
        header = "Register readers as a JSON file says: all of them, or none",
        description = {
            "",
            "An entry is the reader with its id, else the one with its MAC address, else the one with its fingerprint, else a"
                    + " new one. No import removes a reader. A file with mistakes changes nothing, and every mistake is"
                    + " told with its line."
        },
        footer = {"", "Example:", "  lintel reader import readers.json --dry-run"})
public final class ReaderImport extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "FILE", description = "The file, of the form that the app and \"reader export\" write.")
    private Path file = Path.of("");

    @Option(names = "--dry-run", description = "Only tell what it would do.")
    private boolean dryRun;

    /** A command of this shell. */
    public ReaderImport(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        try (Progress progress = shell().progress("readers")) {
            ImportReaders request =
                    new ImportReaders(site.customer(), ImportFiles.open(shell(), file), ImportFiles.shownBy(progress));
            if (dryRun) {
                return ImportFiles.answer(manager.readers().planImport(request));
            }
            Imported imported = manager.readers().importFile(command.id(shell()), request);
            return ImportFiles.answer(imported.counts()).next("let phones know", "lintel reader publish" + again());
        }
    }
}
