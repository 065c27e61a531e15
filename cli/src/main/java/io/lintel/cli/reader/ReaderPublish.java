package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.ReadersPublished;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lets phones know the readers as they are registered. */
@Command(
        name = "publish",
        header = "Let phones know the readers as they are registered",
        footer = {"", "Example:", "  lintel reader publish"})
public final class ReaderPublish extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    /** A command of this shell. */
    public ReaderPublish(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        ReadersPublished published =
                manager.readers().publish(command.id(shell()), new PublishReaders(site.customer()));
        return Answer.saying("Revision " + published.revision() + " of the readers is published; it changes "
                        + published.changed() + ".")
                .fact("revision", published.revision())
                .fact("changed", published.changed());
    }
}
