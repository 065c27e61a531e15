package io.lintel.cli.key;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.key.PhoneKeys;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Lists the phones of credentials with the keys that they say they hold. */
@Command(
        name = "phones",
        header = "List the phones of credentials with the keys that they say they hold",
        description = {"", "A phone says at a check-in what it got at the one before. 0 stands for what none has said."
        },
        footer = {"", "Example:", "  lintel key phones"})
public final class KeyPhones extends SiteCommand {
    private static final Listing<PhoneKeys> PHONES = new Listing<PhoneKeys>("phones")
            .column("CREDENTIAL", "serial", PhoneKeys::serial)
            .column("PROJECT KEY", "keyEpoch", PhoneKeys::keyEpoch)
            .column("ISSUING KEYS", "issuingKeys", PhoneKeys::issuingKeys)
            .column("SIGNED WITH", "credential", PhoneKeys::credential)
            .column("LIST", "listEpoch", PhoneKeys::listEpoch)
            .column("SAID", "said", PhoneKeys::said);

    /** A command of this shell. */
    public KeyPhones(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return PHONES.of(
                Pages.all(after -> manager.keys().phones(site.customer(), after, Manager.MAX_PAGE), PhoneKeys::serial));
    }
}
