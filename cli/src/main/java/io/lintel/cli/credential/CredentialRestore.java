package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.RestoreCredential;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Issues a credential again that was taken back. */
@Command(
        name = "restore",
        header = "Issue a credential again that was taken back, on the same device; it costs again",
        footer = {"", "Example:", "  lintel credential restore 1"})
public final class CredentialRestore extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final Ticket ticket = new Ticket();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialRestore(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        CredentialIssued restored =
                manager.credentials().restore(command.id(shell()), new RestoreCredential(site.customer(), serial));
        long left = restored.balance().paid() + restored.balance().trial();
        Answer answer = Answer.saying("Credential " + restored.serial() + " takes the place of " + serial
                        + ", access number " + restored.accessNumber() + ". Credits left: " + left + ".")
                .fact("serial", restored.serial())
                .fact("restored", serial)
                .fact("accessNumber", restored.accessNumber())
                .fact("creditsLeft", left);
        return ticket.into(answer, restored.activation(), database(), shell());
    }
}
