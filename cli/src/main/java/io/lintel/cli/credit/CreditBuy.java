package io.lintel.cli.credit;

import io.lintel.cli.manager.DistributorOption;
import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.model.DistributorId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Credits a distributor with a purchase. */
@Command(
        name = "buy",
        header = "Credit a distributor with what it bought from the operator",
        footer = {"", "Example:", "  lintel credit buy 100 --distributor 0123456789abcdef"})
public final class CreditBuy extends ManagerCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final DistributorOption distributor = new DistributorOption();

    @Parameters(paramLabel = "CREDITS", description = "How many.")
    private long credits;

    /** A command of this shell. */
    public CreditBuy(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        DistributorId who = distributor.id();
        return CreditAnswers.of(who, manager.credits().purchase(command.id(shell()), new PurchaseCredit(who, credits)));
    }
}
