package io.lintel.cli.site;

import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Lists sites. */
@Command(
        name = "list",
        header = "List the sites with their credit",
        footer = {"", "Example:", "  lintel site list --database lintel.db"})
public final class SiteList extends ManagerCommand {
    /** A command of this shell. */
    public SiteList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        return new Listing<Site>("sites")
                .column("ID", "site", site -> site.customer().value())
                .column("NAME", "name", Site::name)
                .column("SUITE", "suite", site -> site.suite().noiseName())
                .column("PROFILE", "profile", Site::profileName)
                .column(
                        "PAID",
                        "paid",
                        site -> manager.credits().balance(site.customer()).paid())
                .column(
                        "TRIAL",
                        "trial",
                        site -> manager.credits().balance(site.customer()).trial())
                .of(manager.sites().list());
    }
}
