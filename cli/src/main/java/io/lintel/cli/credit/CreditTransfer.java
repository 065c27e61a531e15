package io.lintel.cli.credit;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Moves credit from a distributor to a site. */
@Command(
        name = "transfer",
        header = "Transfer credit from a site's distributor to the site",
        footer = {"", "Example:", "  lintel credit transfer 10 --site \"Town hall\""})
public final class CreditTransfer extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "CREDITS", description = "How many.")
    private long credits;

    /** A command of this shell. */
    public CreditTransfer(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return CreditAnswers.of(
                site, manager.credits().passOn(command.id(shell()), new PassOnCredit(site.customer(), credits)));
    }
}
