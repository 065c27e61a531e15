package io.lintel.cli.credential;

import io.lintel.cli.manager.Pages;
import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;

/** Lists credentials. */
@Command(
        name = "list",
        header = "List the credentials of a site with their state",
        footer = {"", "Example:", "  lintel credential list"})
public final class CredentialList extends SiteCommand {
    private static final Listing<IssuedCredential> CREDENTIALS = new Listing<IssuedCredential>("credentials")
            .column("SERIAL", "serial", IssuedCredential::serial)
            .column("PERSON", "person", IssuedCredential::person)
            .fact("device", IssuedCredential::device)
            .column("ACCESS NUMBER", "accessNumber", IssuedCredential::accessNumber)
            .column("STATE", "state", credential -> Words.of(credential.state()))
            .column("VALID FROM", "validFrom", credential -> credential.terms().validFrom())
            .column(
                    "VALID UNTIL",
                    "validUntil",
                    credential -> credential
                            .terms()
                            .validUntil()
                            .map(Object::toString)
                            .orElse("unlimited"));

    /** A command of this shell. */
    public CredentialList(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        return CREDENTIALS.of(Pages.all(
                after -> manager.credentials().list(site.customer(), after, Manager.MAX_PAGE),
                IssuedCredential::serial));
    }
}
