package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.AccessNumber;
import io.lintel.sdk.credential.CredentialStatus;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.Site;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows a credential. */
@Command(
        name = "show",
        header = "Show a credential in the words of the site's product",
        footer = {"", "Example:", "  lintel credential show 1"})
public final class CredentialShow extends SiteCommand {

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        IssuedCredential credential = manager.credentials().get(site.customer(), serial);
        CredentialStatus status = manager.credentials().status(site.customer(), serial);
        Optional<Charge> charge = manager.credits().charge(site.customer(), serial);
        Answer answer = Answer.saying("Credential " + serial + ": " + status.credential() + ".")
                .line("Person " + credential.person() + ": " + status.person() + ". Device " + credential.device()
                        + ": " + status.device() + ".")
                .line("Access number " + new AccessNumber(credential.accessNumber()).text() + ", valid from "
                        + credential.terms().validFrom() + " until "
                        + credential.terms().validUntil().map(Object::toString).orElse("unlimited") + ".");
        status.removal()
                .ifPresent(
                        removal -> answer.line("Taken back by " + Words.of(removal.by()) + " at " + removal.at() + ".")
                                .fact("removedBy", Words.of(removal.by()))
                                .fact("removed", removal.at()));
        return answer.fact("serial", serial)
                .fact("state", Words.of(credential.state()))
                .fact("person", credential.person())
                .fact("personStatus", status.person())
                .fact("device", credential.device())
                .fact("deviceStatus", status.device())
                .fact("credentialStatus", status.credential())
                .fact("accessNumber", credential.accessNumber())
                .fact("validFrom", credential.terms().validFrom())
                .fact("validUntil", credential.terms().validUntil())
                .fact("charged", charge.isPresent());
    }
}
