package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.EditReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Changes what is registered about a reader. */
@Command(
        name = "edit",
        header = "Change what is registered about a reader; what is not given stays",
        footer = {"", "Example:", "  lintel reader edit 1 --name \"Main door\""})
public final class ReaderEdit extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final ReaderDetailsOption details = new ReaderDetailsOption();

    @Parameters(paramLabel = "READER", description = "The reader's number.")
    private int reader;

    /** A command of this shell. */
    public ReaderEdit(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        RegisteredReader known = manager.readers().list(site.customer(), reader - 1, 1).stream()
                .filter(each -> each.number() == reader)
                .findFirst()
                .orElseThrow(() -> new ManagerException.NotFound("reader " + reader));
        EditReader request = new EditReader(site.customer(), reader, details.over(known.details()));
        manager.readers().edit(command.id(shell()), request);
        return Answer.saying("Reader " + reader + " is changed.")
                .fact("reader", reader)
                .next("let phones know", "lintel reader publish" + again());
    }
}
