package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.AddReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Registers a reader. */
@Command(
        name = "add",
        header = "Register a reader; phones know it after \"reader publish\"",
        description = {"", "A reader of which only the name is known needs an id or a MAC address too."},
        footer = {"", "Example:", "  lintel reader add --name \"Back door\" --id \"IMA XhOUJ\" --signal 40"})
public final class ReaderAdd extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final ReaderDetailsOption details = new ReaderDetailsOption();

    /** A command of this shell. */
    public ReaderAdd(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        ReaderDetails wanted = details.over(ReaderDetails.named("Reader"));
        int reader = manager.readers()
                .add(command.id(shell()), new AddReader(site.customer(), wanted))
                .reader();
        return Answer.saying("Reader " + reader + " \"" + wanted.name() + "\" is registered.")
                .fact("reader", reader)
                .fact("name", wanted.name())
                .next("let phones know", "lintel reader publish" + again());
    }
}
