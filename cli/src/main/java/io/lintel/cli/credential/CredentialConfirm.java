package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Ends the wait for what is proven to open nothing any more. */
@Command(
        name = "confirm",
        header = "End the wait for revoked credentials that open nothing any more",
        description = {
            "",
            "That is proven where every reader gave its receipt, or where the exposure bound has passed. A running manager does"
                    + " this by itself."
        },
        footer = {"", "Example:", "  lintel credential confirm"})
public final class CredentialConfirm extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    /** A command of this shell. */
    public CredentialConfirm(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        int confirmed =
                manager.credentials().confirmEndedLeases(command.id(shell()), new ConfirmEndedLeases(site.customer()));
        return Answer.saying(confirmed + " revocations are confirmed.").fact("confirmed", confirmed);
    }
}
