package io.lintel.cli.credit;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.BookPage;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows both books. */
@Command(
        name = "show",
        header = "Show the customer's and the distributor's book of credit movements",
        description = {"", "Both show the same transfers, each from its own side, with the balances after each row."},
        footer = {"", "Example:", "  lintel ledger show --search refund --from 2026-11-01"})
public final class LedgerShow extends SiteCommand {
    @Mixin
    private final BookOption rows = new BookOption();

    /** A command of this shell. */
    public LedgerShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        BookPage customer = manager.credits().book(site.customer(), rows.query());
        BookPage distributor = manager.credits().book(site.distributor(), rows.query());
        Answer answer = Answer.saying("Customer's book: " + site.name());
        book("customer", "PAID")
                .column("TRIAL", "trial", row -> row.after().trial())
                .into(answer, customer.rows());
        answer.line(customer.text()).line("").line("Distributor's book: " + site.distributor());
        book("distributor", "BALANCE").fact("trial", row -> row.after().trial()).into(answer, distributor.rows());
        return answer.line(distributor.text())
                .fact("customerRows", customer.total())
                .fact("distributorRows", distributor.total());
    }

    private static Listing<BookRow> book(String name, String balance) {
        return new Listing<BookRow>(name)
                .column("NO", "number", BookRow::number)
                .shown("DATE (UTC)", row -> Times.minute(row.at()))
                .fact("at", BookRow::at)
                .column("TYPE", "type", row -> row.type().label())
                .shown("AMOUNT", BookRow::amountText)
                .fact("amount", BookRow::amount)
                .column("DESCRIPTION", "description", BookRow::description)
                .column("STATUS", "status", row -> row.status().label())
                .fact("cause", row -> Words.of(row.cause()))
                .fact("bucket", row -> Words.of(row.bucket()))
                .fact("affectsBalance", BookRow::affectsBalance)
                .fact("transfer", BookRow::transfer)
                .column(balance, "paid", row -> row.after().paid());
    }
}
