package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.DeleteCustomer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Takes a site out of service. */
@Command(
        name = "delete",
        header = "Take a site out of service; its record stays",
        footer = {"", "Example:", "  lintel site delete --site \"Town hall\""})
public final class SiteDelete extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    /** A command of this shell. */
    public SiteDelete(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.organisations().deleteCustomer(command.id(shell()), new DeleteCustomer(site.customer()));
        return Answer.saying("Site \"" + site.name() + "\" is out of service.")
                .fact("site", site.customer().value())
                .next("bring it back, where its profile does that", "lintel site restore" + again());
    }
}
