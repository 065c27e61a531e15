package io.lintel.cli.credit;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sells credit to a site's distributor and passes it on to the site. */
@Command(
        name = "add",
        header = "Add paid credit to a site: its distributor buys it and passes it on",
        footer = {"", "Example:", "  lintel credit add 100"})
public final class CreditAdd extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "CREDITS", description = "How many.")
    private long credits;

    /** A command of this shell. */
    public CreditAdd(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return CreditAnswers.of(
                site, manager.credits().add(command.id(shell()), new AddCredit(site.customer(), credits)));
    }
}
