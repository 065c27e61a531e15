package io.lintel.cli.manager;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.ExitCode;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credential.ResendActivation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a new code for a credential that waits for its phone. */
@Command(
        name = "resend",
        header = "Make a new QR code for a credential that waits for its phone; the old one is void",
        footer = {"", "Example:", "  lintel credential resend 1"})
public final class CredentialResend implements Callable<Integer> {
    private final Shell shell;

    @Mixin
    private final DatabaseOption database = new DatabaseOption();

    @Mixin
    private final SiteOption site = new SiteOption();

    @Mixin
    private final Ticket ticket = new Ticket();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialResend(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        ActivationTicket fresh = database.with(
                shell,
                manager -> manager.credentials()
                        .resendActivation(
                                shell.commandId(),
                                new ResendActivation(site.choose(manager).customer(), serial)));
        Answer answer = Answer.saying("Credential " + serial + " has a new code; the old one is void.")
                .fact("serial", serial);
        shell.print(ticket.into(answer, fresh, database, shell));
        return ExitCode.OK.number();
    }
}
