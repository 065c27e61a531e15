package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.DeleteCredential;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Removes a credential from its person's record. */
@Command(
        name = "delete",
        header = "Remove a credential from its person's record, where the profile lets it",
        footer = {"", "Example:", "  lintel credential delete 1"})
public final class CredentialDelete extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialDelete(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        manager.credentials().delete(command.id(shell()), new DeleteCredential(site.customer(), serial));
        return Answer.saying("Credential " + serial + " is deleted.").fact("serial", serial);
    }
}
