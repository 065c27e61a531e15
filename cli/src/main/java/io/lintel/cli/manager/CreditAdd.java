package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Site;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Sells credit to a site's distributor and passes it on to the site. */
@Command(
        name = "add",
        header = "Add paid credit to a site",
        description = {
            "",
            "The site's distributor buys it from the operator and passes it on: one row in each book for each."
        },
        footer = {"", "Example:", "  lintel credit add 100"})
public final class CreditAdd implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Parameters(paramLabel = "CREDITS", description = "How many.")
    private long credits;

    /** A command of this shell. */
    public CreditAdd(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, this::add));
        return ExitCode.OK.number();
    }

    private Answer add(Manager manager) {
        Site chosen = site.choose(manager);
        manager.credits().purchase(shell.commandId(), new PurchaseCredit(chosen.distributor(), credits));
        Buckets balance = manager.credits().passOn(shell.commandId(), new PassOnCredit(chosen.customer(), credits));
        return Answer.saying("Site \"" + chosen.name() + "\" now has " + balance.paid() + " paid and " + balance.trial()
                        + " trial credits.")
                .fact("site", chosen.customer().value())
                .fact("paid", balance.paid())
                .fact("trial", balance.trial());
    }
}
