package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.credential.CredentialRevoked;
import io.lintel.sdk.credential.RevokeCredential;
import io.lintel.sdk.model.CredentialState;
import java.util.Locale;
import java.util.concurrent.Callable;
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
public final class CredentialRevoke implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialRevoke(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        CredentialRevoked revoked = database.with(
                shell,
                manager -> manager.credentials()
                        .revoke(
                                shell.commandId(),
                                new RevokeCredential(site.choose(manager).customer(), serial)));
        shell.print(answer(revoked));
        return ExitCode.OK.number();
    }

    private Answer answer(CredentialRevoked revoked) {
        boolean onPhone = revoked.state() == CredentialState.REVOKE_PENDING;
        return Answer.saying("Credential " + serial + (onPhone ? ": revocation requested" : " revoked")
                        + ", on revocation list " + revoked.listEpoch() + ".")
                .fact("serial", serial)
                .fact("state", revoked.state().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .fact("listEpoch", revoked.listEpoch())
                .next(
                        "bring the list to each reader; a running reader takes it at once",
                        "lintel reader update --dir front-door" + database.again() + site.again());
    }
}
