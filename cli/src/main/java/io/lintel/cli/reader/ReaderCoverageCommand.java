package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.Coverage;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.ReaderCoverage;
import io.lintel.sdk.revocation.SetBack;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows which readers enforce a revocation list. */
@Command(
        name = "coverage",
        header = "Show which readers enforce a revocation list, since when, and until when the others could be wrong",
        description = {
            "",
            "A reader counts as enforcing by its receipt, which couriers and the management link bring home, or where it was"
                    + " certified when the list was there. Readers that were removed count until their receipt comes. SET BACK says"
                    + " when a reader was found to enforce less than it had proven, until it has proven as much again."
        },
        footer = {"", "Example:", "  lintel reader coverage", "  lintel reader coverage --epoch 12"})
public final class ReaderCoverageCommand extends SiteCommand {
    @Option(names = "--epoch", paramLabel = "N", description = "The list's epoch. Default: the newest list.")
    private @Nullable Long epoch;

    /** A command of this shell. */
    public ReaderCoverageCommand(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Coverage coverage = epoch == null
                ? manager.revocations().coverage(site.customer())
                : manager.revocations().coverage(site.customer(), epoch);
        Answer answer = Answer.saying("List " + coverage.epoch() + ": " + coverage.enforcing() + " of "
                + coverage.readers().size() + " readers can no longer be wrong.");
        listing()
                .into(answer, coverage.readers())
                .fact("listEpoch", coverage.epoch())
                .fact("enforcing", coverage.enforcing());
        return warned(answer, manager, site);
    }

    /** What of all this cannot be relied on after the database was put back. */
    private Answer warned(Answer answer, Manager manager, Site site) {
        boolean mayForget = manager.revocations().restorations(site.customer()).stream()
                .anyMatch(restoration -> restoration.reviewed().isEmpty());
        List<ReaderAhead> ahead = manager.revocations().ahead(site.customer());
        answer.fact("mayForgetReaders", mayForget)
                .fact("ahead", ahead.stream().map(ReaderAhead::reader).toList());
        if (mayForget) {
            answer.line(
                    "Readers that were enrolled before the database was put back may be missing here. When there are"
                            + " none: lintel store reviewed" + again());
        }
        return ahead.isEmpty()
                ? answer
                : answer.next(
                        "say that the database was put back, for reader "
                                + ahead.get(0).reader() + " has list "
                                + ahead.get(0).listEpoch(),
                        "lintel store restored" + database().again());
    }

    private static Listing<ReaderCoverage> listing() {
        return new Listing<ReaderCoverage>("readers")
                .column("READER", "reader", ReaderCoverage::reader)
                .column("NAME", "name", reader -> reader.name() + (reader.removed() ? " (removed)" : ""))
                .column("ENFORCED SINCE", "since", ReaderCoverage::since)
                .column("RECEIPT", "receipt", reader -> reader.receipt().map(KnownReceipt::number))
                .column(
                        "OF LIST",
                        "receiptListEpoch",
                        reader -> reader.receipt().map(KnownReceipt::listEpoch))
                .column(
                        "FOR GROUP",
                        "receiptListGroup",
                        reader -> reader.receipt()
                                .map(KnownReceipt::listGroup)
                                .filter(group -> group != RevocationList.ALL_GROUPS))
                .column("BROUGHT BY", "by", reader -> reader.receipt().map(KnownReceipt::by))
                .column("SET BACK", "setBack", reader -> reader.setBack().map(SetBack::noticed))
                .column("MAY BE WRONG UNTIL", "until", reader -> Bounds.text(reader.openUntil()))
                .fact("removed", ReaderCoverage::removed)
                .fact("configuration", reader -> reader.receipt().map(KnownReceipt::revision));
    }
}
