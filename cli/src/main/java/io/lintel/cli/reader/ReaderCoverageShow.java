package io.lintel.cli.reader;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Bounds;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.Coverage;
import io.lintel.sdk.revocation.KnownReceipt;
import io.lintel.sdk.revocation.ReaderCoverage;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tells which readers enforce a revocation list. */
@Command(
        name = "coverage",
        header = "Tell which readers enforce a revocation list, by their receipts, and which may not",
        footer = {"", "Example:", "  lintel reader coverage --epoch 7"})
public final class ReaderCoverageShow extends SiteCommand {
    private static final Listing<ReaderCoverage> READERS = new Listing<ReaderCoverage>("readers")
            .column("READER", "reader", ReaderCoverage::reader)
            .column("NAME", "name", ReaderCoverage::name)
            .fact("removed", ReaderCoverage::removed)
            .column("ENFORCES LIST", "listEpoch", reader -> reader.receipt().map(KnownReceipt::listEpoch))
            .column("KNOWN SINCE", "since", ReaderCoverage::since)
            .shown("COULD BE WRONG", reader -> Bounds.text(reader.openUntil()))
            .fact("bound", reader -> Bounds.word(reader.openUntil()))
            .fact("until", reader -> Bounds.end(reader.openUntil()));

    @Option(names = "--epoch", paramLabel = "EPOCH", description = "The list's epoch. Default: the newest list.")
    private @Nullable Long epoch;

    /** A command of this shell. */
    public ReaderCoverageShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        Coverage coverage = epoch == null
                ? manager.revocations().coverage(site.customer())
                : manager.revocations().coverage(site.customer(), epoch);
        Answer answer = Answer.saying("Revocation list " + coverage.epoch() + ": " + coverage.enforcing() + " of "
                        + coverage.readers().size() + " readers enforce it.")
                .fact("listEpoch", coverage.epoch())
                .fact("enforcing", coverage.enforcing());
        return READERS.into(answer, coverage.readers());
    }
}
