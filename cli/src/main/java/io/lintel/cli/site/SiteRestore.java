package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.RestoreCustomer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings a deleted site back. */
@Command(
        name = "restore",
        header = "Bring a deleted site back into service, where its profile does that",
        footer = {"", "Example:", "  lintel site restore --site \"Town hall\""})
public final class SiteRestore extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    /** A command of this shell. */
    public SiteRestore(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.organisations().restoreCustomer(command.id(shell()), new RestoreCustomer(site.customer()));
        return Answer.saying("Site \"" + site.name() + "\" is in service again.")
                .fact("site", site.customer().value());
    }
}
