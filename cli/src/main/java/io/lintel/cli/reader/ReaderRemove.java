package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.RemoveReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a reader. */
@Command(
        name = "remove",
        header = "Remove a reader; phones forget it after \"reader publish\"",
        footer = {"", "Example:", "  lintel reader remove 2"})
public final class ReaderRemove extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "READER", description = "The reader's number.")
    private int reader;

    /** A command of this shell. */
    public ReaderRemove(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.readers().remove(command.id(shell()), new RemoveReader(site.customer(), reader));
        return Answer.saying("Reader " + reader + " is removed.")
                .fact("reader", reader)
                .next("let phones know", "lintel reader publish" + again());
    }
}
