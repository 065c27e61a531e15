package io.lintel.cli.site;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.site.ChooseLists;
import io.lintel.sdk.site.ListScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Chooses for whom a site publishes revocation lists. */
@Command(
        name = "lists",
        header = "Choose for whom revocation lists are published",
        description = {
            "",
            "With GROUPS, a reader of a single group gets a list of what is revoked for that group alone, by its configuration"
                    + " and over its link. Phones carry the list for all, which every reader takes. A fresh list is"
                    + " published at once."
        },
        footer = {"", "Example:", "  lintel site lists groups"})
public final class SiteLists extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "SCOPE", description = "${COMPLETION-CANDIDATES}.")
    private ListScope scope = ListScope.SITE;

    /** A command of this shell. */
    public SiteLists(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        long epoch = manager.sites()
                .chooseLists(command.id(shell()), new ChooseLists(site.customer(), scope))
                .epoch();
        String whom = scope == ListScope.SITE ? "for all groups together" : "for all groups together and for each";
        return Answer.saying("Lists are published " + whom + ", from list " + epoch + " on.")
                .fact("site", site.customer().value())
                .fact("lists", Words.of(scope))
                .fact("listEpoch", epoch);
    }
}
