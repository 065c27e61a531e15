package io.lintel.cli.credit;

import io.lintel.cli.manager.DistributorOption;
import io.lintel.cli.manager.ManagerCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.OutputFile;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.ledger.ChainHead;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a distributor's chain for an auditor. */
@Command(
        name = "export",
        header = "Write every movement of a distributor and its customers, chained by hashes, for an auditor",
        footer = {"", "Example:", "  lintel ledger export --output ledger.jsonl"})
public final class LedgerExport extends ManagerCommand {
    @Mixin
    private final DistributorOption distributor = new DistributorOption();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The file, which only you may read.")
    private Path output = Path.of("");

    /** A command of this shell. */
    public LedgerExport(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager) {
        ChainHead head = OutputFile.write(
                shell().resolve(output), out -> manager.credits().reports().export(distributor.id(), out));
        return Answer.saying(head.number() + " entries are in " + output + ".")
                .fact("file", output.toString())
                .fact("entries", head.number())
                .fact("head", LedgerVerify.text(head))
                .next("let an auditor check them, without the database", "lintel ledger verify " + output);
    }
}
