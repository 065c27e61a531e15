package io.lintel.cli.credit;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.CreditAccount;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Shows how much credit a site and its distributor have. */
@Command(
        name = "show",
        header = "Show the credit of a site, and what its distributor has left",
        footer = {"", "Example:", "  lintel credit show"})
public final class CreditShow extends SiteCommand {
    /** A command of this shell. */
    public CreditShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        CreditAccount account = manager.credits().account(site.customer());
        long available = manager.credits().balance(site.distributor()).paid();
        return Answer.saying("Site \"" + site.name() + "\": " + account.text() + ", mobile keys: "
                        + account.mobileKeys() + ".")
                .line("Reserved " + account.reserved() + ", spent " + account.spent() + ", forfeited "
                        + account.forfeited() + ".")
                .line("Its distributor, " + site.distributor() + ": " + available + " available.")
                .fact("site", site.customer().value())
                .fact("paid", account.balance().paid())
                .fact("trial", account.balance().trial())
                .fact("mobileKeys", account.mobileKeys())
                .fact("reserved", account.reserved())
                .fact("spent", account.spent())
                .fact("forfeited", account.forfeited())
                .fact("distributor", site.distributor().value())
                .fact("available", available);
    }
}
