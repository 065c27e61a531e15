package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Table;
import io.lintel.sdk.Manager;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.model.Site;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows both books. */
@Command(
        name = "show",
        header = "Show the customer's and the distributor's book of credit movements",
        description = {"", "Both show the same transfers, each from its own side, with the balances after each row."},
        footer = {"", "Example:", "  lintel ledger show --json"})
public final class LedgerShow implements Callable<Integer> {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    /** A command of this shell. */
    public LedgerShow(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        shell.print(database.with(shell, this::answer));
        return ExitCode.OK.number();
    }

    private Answer answer(Manager manager) {

        Site chosen = site.choose(manager);
        List<BookRow> customer =
                Pages.all(after -> manager.credits().book(chosen.customer(), after, Manager.MAX_PAGE), BookRow::number);
        List<BookRow> distributor = Pages.all(
                after -> manager.credits().book(chosen.distributor(), after, Manager.MAX_PAGE), BookRow::number);
        Answer answer = Answer.saying("Customer's book: " + chosen.name());
        table(customer).into(answer);
        answer.line("").line("Distributor's book: " + chosen.distributor().value());
        return table(distributor)
                .into(answer)
                .fact("customer", customer.stream().map(LedgerShow::facts).toList())
                .fact("distributor", distributor.stream().map(LedgerShow::facts).toList());
    }

    private static Table table(List<BookRow> rows) {
        boolean ofCustomer = rows.stream().anyMatch(row -> row.book() == Book.CUSTOMER);
        Table table = ofCustomer
                ? new Table("NO", "DATE (UTC)", "TYPE", "AMOUNT", "DESCRIPTION", "STATUS", "PAID", "TRIAL")
                : new Table("NO", "DATE (UTC)", "TYPE", "AMOUNT", "DESCRIPTION", "STATUS", "BALANCE");
        for (BookRow row : rows) {
            List<String> cells = new ArrayList<>(List.of(
                    Long.toString(row.number()),
                    MINUTE.format(row.at()),
                    row.type().label(),
                    row.amountText(),
                    row.description(),
                    row.status().label(),
                    Long.toString(row.after().paid())));
            if (ofCustomer) {
                cells.add(Long.toString(row.after().trial()));
            }
            table.row(cells.toArray(new String[0]));
        }
        return table;
    }

    private static Map<String, Object> facts(BookRow row) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("number", row.number());
        facts.put("at", row.at().toString());
        facts.put("type", row.type().label());
        facts.put("amount", row.amount());
        facts.put("description", row.description());
        facts.put("status", row.status().label());
        facts.put("bucket", row.bucket().name().toLowerCase(Locale.ROOT));
        facts.put("paid", row.after().paid());
        facts.put("trial", row.after().trial());
        facts.put("transfer", row.transfer().toString());
        return facts;
    }
}
