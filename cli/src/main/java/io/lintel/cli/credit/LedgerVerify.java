package io.lintel.cli.credit;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.audit.LedgerVerifier;
import io.lintel.sdk.ledger.audit.Verification;
import io.lintel.sdk.model.DistributorId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks an exported ledger, without a database. */
@Command(
        name = "verify",
        header = "Check an exported ledger from its rows alone, as an auditor does",
        description = {
            "",
            "Finds gaps, changed and doubled rows, accounts below zero, credit made or lost, and books that disagree. It"
                    + " needs no database. Keep the heads that it prints: given with --head another time, they show that"
                    + " the ledger was continued and not rewritten."
        },
        footer = {"", "Example:", "  lintel ledger verify ledger.jsonl"})
public final class LedgerVerify implements Callable<Integer> {
    private static final Listing<ChainHead> HEADS = new Listing<ChainHead>("heads")
            .column("DISTRIBUTOR", "distributor", head -> head.distributor().value())
            .column("ENTRIES", "number", ChainHead::number)
            .fact("hash", head -> head.hash().toHex())
            .column("HEAD", "head", LedgerVerify::text);

    private static final long MIN_MEMORY_BYTES = 1024 * 1024;

    private final Shell shell;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "What \"ledger export\" wrote; several files count as one, in their order.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--head",
            paramLabel = "HEAD",
            description = "A head that was noted earlier, DISTRIBUTOR:NUMBER:HASH; it has to be in the ledger still.")
    private List<String> heads = new ArrayList<>();

    /** A command of this shell. */
    public LedgerVerify(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ExportFiles export = new ExportFiles(files, shell);
        Verification verification = verify(export);
        if (verification instanceof Verification.Broken broken) {
            throw CommandFailure.refused(
                    "ledger." + broken.fault().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "The ledger does not hold: " + export.place(broken.line()) + broken.message()
                            + ". Nothing after it was checked; ask whoever made the export for an explanation.");
        }
        Verification.Sound sound = (Verification.Sound) verification;
        shell.print(HEADS.into(
                Answer.saying("The ledger holds: " + sound.entries() + " entries.")
                        .line("")
                        .fact("entries", sound.entries()),
                sound.heads()));
        return ExitCode.OK.number();
    }

    private Verification verify(ExportFiles export) {
        List<ChainHead> noted = heads.stream().map(LedgerVerify::head).toList();
        try {
            long memoryBytes = Math.max(MIN_MEMORY_BYTES, Runtime.getRuntime().maxMemory() / 3);
            return LedgerVerifier.withMemory(memoryBytes).verify(export::open, noted);
        } catch (IOException e) {
            throw CommandFailure.environment(
                    "cli.file", "The files cannot be read (" + e.getClass().getSimpleName() + "). Check that you may.");
        }
    }

    /** A head as the option reads it. */
    static String text(ChainHead head) {
        return head.distributor().value() + ":" + head.number() + ":"
                + head.hash().toHex();
    }

    private static ChainHead head(String text) {
        String[] parts = text.split(":", -1);
        try {
            if (parts.length == 3) {
                return new ChainHead(new DistributorId(parts[0]), Long.parseLong(parts[1]), Bytes.ofHex(parts[2]));
            }
        } catch (IllegalArgumentException e) {
            // Told below, together with what has not three parts.
        }
        throw CommandFailure.usage(
                "cli.bad-head", "\"" + text + "\" is no head. Write what \"lintel ledger verify\" printed: D:N:HASH.");
    }
}
