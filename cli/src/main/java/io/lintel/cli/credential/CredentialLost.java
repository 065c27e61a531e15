package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandIdOption;
import io.lintel.cli.shell.Shell;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.MarkCredentialLost;
import io.lintel.sdk.model.Site;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives a revoked credential up as lost. */
@Command(
        name = "lost",
        header = "Give a revoked credential up as lost; its person can get another",
        description = {"", "Only what is really lost: its record stays and gives no access."},
        footer = {"", "Example:", "  lintel credential lost 1 --lose-credit"})
public final class CredentialLost extends SiteCommand {
    @Mixin
    private final CommandIdOption command = new CommandIdOption();

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    @Option(
            names = "--lose-credit",
            description = "Confirms that its credits may be lost; needed while its revocation is not confirmed.")
    private boolean loseCredit;

    /** A command of this shell. */
    public CredentialLost(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        long lost = manager.credentials()
                .markLost(command.id(shell()), new MarkCredentialLost(site.customer(), serial, loseCredit))
                .lostCredit();
        return Answer.saying(
                        "Credential " + serial + " is lost" + (lost == 0 ? "." : ", and " + lost + " credits with it."))
                .fact("serial", serial)
                .fact("lostCredit", lost);
    }
}
