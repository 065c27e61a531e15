package io.lintel.cli.credit;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Moves credit from a site back to its distributor. */
@Command(
        name = "refund",
        header = "Take paid credit back from a site to its distributor; trial credit stays",
        footer = {"", "Example:", "  lintel credit refund 10"})
public final class CreditRefund extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "CREDITS", description = "How many.")
    private long credits;

    /** A command of this shell. */
    public CreditRefund(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return CreditAnswers.of(
                site, manager.credits().takeBack(command.id(shell()), new TakeCreditBack(site.customer(), credits)));
    }
}
