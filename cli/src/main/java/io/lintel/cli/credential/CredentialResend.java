package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.ResendActivation;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a new code for a credential that waits for its phone. */
@Command(
        name = "resend",
        header = "Make a new QR code for a credential that waits for its phone; the old one is void",
        footer = {"", "Example:", "  lintel credential resend 1"})
public final class CredentialResend extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Mixin
    private final Ticket ticket = new Ticket();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialResend(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        ActivationTicket fresh = manager.credentials()
                .resendActivation(command.id(shell()), new ResendActivation(site.customer(), serial));
        Answer answer = Answer.saying("Credential " + serial + " has a new code; the old one is void.")
                .fact("serial", serial);
        return ticket.into(answer, fresh, database(), shell());
    }
}
