package io.lintel.cli.credit;

import io.lintel.cli.manager.DistributorOption;
import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.CorrectPurchase;
import io.lintel.sdk.model.DistributorId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Undoes a purchase. */
@Command(
        name = "correct",
        header = "Undo a purchase of a distributor, or a part of it, by a row of its own",
        footer = {"", "Example:", "  lintel credit correct 100 --distributor 0123456789abcdef"})
public final class CreditCorrect extends ManagerCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final DistributorOption distributor = new DistributorOption();

    @Parameters(paramLabel = "CREDITS", description = "How many.")
    private long credits;

    /** A command of this shell. */
    public CreditCorrect(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        DistributorId who = distributor.id();
        return CreditAnswers.of(who, manager.credits().correct(command.id(shell()), new CorrectPurchase(who, credits)));
    }
}
