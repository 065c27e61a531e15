package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Revokes a credential. */
@Command(
        name = "revoke",
        header = "Revoke a credential and sign a revocation list that names it",
        description = {
            "",
            "A reader refuses the credential once it has that list: bring it there with \"lintel reader "
                    + "update\". Lists that travel by themselves (couriers, management link) are not part of this "
                    + "version."
        },
        footer = {"", "Example:", "  lintel credential revoke 1"})
public final class CredentialRevoke extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialRevoke(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        CredentialRevoked revoked =
                manager.credentials().revoke(command.id(shell()), new RevokeCredential(site.customer(), serial));
        boolean onPhone = revoked.state() == CredentialState.REVOKE_PENDING;
        return Answer.saying("Credential " + serial + (onPhone ? ": revocation requested" : " revoked")
                        + ", on revocation list " + revoked.listEpoch() + ".")
                .fact("serial", serial)
                .fact("state", Words.of(revoked.state()))
                .fact("listEpoch", revoked.listEpoch())
                .next(
                        "bring the list to each reader; a running reader takes it at once",
                        "lintel reader update --dir front-door" + again());
    }
}
