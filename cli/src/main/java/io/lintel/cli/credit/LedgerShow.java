package io.lintel.cli.credit;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.model.Site;
import java.util.List;
import picocli.CommandLine.Command;

/** Shows both books. */
@Command(
        name = "show",
        header = "Show the customer's and the distributor's book of credit movements",
        description = {"", "Both show the same transfers, each from its own side, with the balances after each row."},
        footer = {"", "Example:", "  lintel ledger show --json"})
public final class LedgerShow extends SiteCommand {
    /** A command of this shell. */
    public LedgerShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        List<BookRow> customer =
                Pages.all(after -> manager.credits().book(site.customer(), after, Manager.MAX_PAGE), BookRow::number);
        List<BookRow> distributor = Pages.all(
                after -> manager.credits().book(site.distributor(), after, Manager.MAX_PAGE), BookRow::number);
        Answer answer = Answer.saying("Customer's book: " + site.name());
        rows("customer", "PAID")
                .column("TRIAL", "trial", row -> row.after().trial())
                .into(answer, customer);
        answer.line("").line("Distributor's book: " + site.distributor().value());
        return rows("distributor", "BALANCE")
                .fact("trial", row -> row.after().trial())
                .into(answer, distributor);
    }

    private static Listing<BookRow> rows(String name, String balance) {
        return new Listing<BookRow>(name)
                .column("NO", "number", BookRow::number)
                .shown("DATE (UTC)", row -> Times.minute(row.at()))
                .fact("at", BookRow::at)
                .column("TYPE", "type", row -> row.type().label())
                .shown("AMOUNT", BookRow::amountText)
                .fact("amount", BookRow::amount)
                .column("DESCRIPTION", "description", BookRow::description)
                .column("STATUS", "status", row -> row.status().label())
                .fact("bucket", row -> Words.of(row.bucket()))
                .fact("transfer", BookRow::transfer)
                .column(balance, "paid", row -> row.after().paid());
    }
}
