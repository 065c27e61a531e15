package io.lintel.cli.credit;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.OutputFile;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Times;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.CreditReports;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.Statement;
import io.lintel.sdk.credit.StatementFormat;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.model.Site;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Writes a statement. */
@Command(
        name = "statement",
        header = "Write what a book says of a period, for bookkeepers",
        footer = {"", "Example:", "  lintel ledger statement --from 2026-11-01 --until 2026-11-30 --output november.csv"
        })
public final class LedgerStatement extends SiteCommand {
    @Option(names = "--book", paramLabel = "BOOK", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Book book = Book.CUSTOMER;

    @Option(names = "--from", required = true, paramLabel = "TIME", description = "The first day or instant.")
    private String from = "";

    @Option(
            names = "--until",
            required = true,
            paramLabel = "TIME",
            description = "The last day, or the first instant that is too late.")
    private String until = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private StatementFormat format = StatementFormat.CSV;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The file, which only you may read.")
    private Path output = Path.of("");

    /** A command of this shell. */
    public LedgerStatement(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Statement statement = OutputFile.write(
                shell().resolve(output), out -> write(manager.credits().reports(), site, out));
        return Answer.saying("The statement of the " + Words.of(book) + "'s book is in " + output + ": "
                        + statement.opening().paid() + " paid credits at first, " + statement.rows() + " rows, "
                        + statement.closing().paid() + " at last.")
                .fact("file", output.toString())
                .fact("rows", statement.rows())
                .fact("openingPaid", statement.opening().paid())
                .fact("openingTrial", statement.opening().trial())
                .fact("closingPaid", statement.closing().paid())
                .fact("closingTrial", statement.closing().trial());
    }

    private Statement write(CreditReports reports, Site site, Appendable out) throws IOException {
        Instant first = Times.first(from);
        Instant end = Times.end(until);
        return book == Book.CUSTOMER
                ? reports.write(site.customer(), first, end, format, out)
                : reports.write(site.distributor(), first, end, format, out);
    }
}
