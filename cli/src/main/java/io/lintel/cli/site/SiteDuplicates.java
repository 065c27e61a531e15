package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.CustomerSettings.DuplicateNumbers;
import io.lintel.sdk.organisation.SetDuplicates;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Allows or refuses duplicate access numbers. */
@Command(
        name = "duplicates",
        header = "Allow or refuse that two credentials in force have one access number",
        footer = {"", "Example:", "  lintel site duplicates refused"})
public final class SiteDuplicates extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "SWITCH", description = "${COMPLETION-CANDIDATES}. Allowing is not recommended.")
    private DuplicateNumbers duplicates = DuplicateNumbers.REFUSED;

    /** A command of this shell. */
    public SiteDuplicates(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.organisations().setDuplicates(command.id(shell()), new SetDuplicates(site.customer(), duplicates));
        return Answer.saying("Duplicate access numbers are " + Words.of(duplicates) + " now.")
                .fact("site", site.customer().value())
                .fact("duplicates", Words.of(duplicates));
    }
}
