package io.lintel.cli.key;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.key.ReaderKeys;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Lists readers with the keys that they are known to use. */
@Command(
        name = "readers",
        header = "List readers with the keys that their receipts confirm",
        description = {"", "0 stands for what no receipt has confirmed yet."},
        footer = {"", "Example:", "  lintel key readers"})
public final class KeyReaders extends SiteCommand {
    private static final Listing<ReaderKeys> READERS = new Listing<ReaderKeys>("readers")
            .column("READER", "reader", ReaderKeys::reader)
            .column("NAME", "name", ReaderKeys::name)
            .column("CONFIGURATION", "revision", ReaderKeys::revision)
            .column("SPEAKS", "keyEpoch", ReaderKeys::keyEpoch)
            .column("ISSUING KEYS", "issuingKeys", ReaderKeys::issuingKeys)
            .column("CERTIFICATE", "certificate", ReaderKeys::certificate)
            .column("COMPROMISED", "compromised", ReaderKeys::compromised);

    /** A command of this shell. */
    public KeyReaders(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return READERS.of(Pages.all(
                after -> manager.keys().readers(site.customer(), Math.toIntExact(after), Manager.MAX_PAGE),
                ReaderKeys::reader));
    }
}
