package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.reader.Bounds;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.RevocationStage;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows until when a revoked credential could still open which door. */
@Command(
        name = "exposure",
        header = "Show until when, at the worst, a revoked credential could still open which door, and why",
        description = {
            "",
            "Only what is certain counts: receipts of readers, the latest lease that was ever signed, and how long a reader"
                    + " goes by an old list. That its phone deleted it, or that a courier may soon come by, does not."
        },
        footer = {"", "Example:", "  lintel credential exposure 1"})
public final class CredentialExposed extends SiteCommand {
    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialExposed(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        CredentialExposure exposure = manager.revocations().exposure(site.customer(), serial);
        Answer answer = Answer.saying(headline(exposure));
        exposure.revocation().ifPresent(revocation -> tell(answer, revocation));
        if (!exposure.readers().isEmpty()) {
            listing().into(answer, exposure.readers());
        }
        answer.fact("serial", serial).fact("stage", Words.of(exposure.stage()));
        Bounds.tell(answer, exposure.bound());
        return exposure.stage() == RevocationStage.NONE
                ? answer.next("revoke it", "lintel credential revoke " + serial + again())
                : answer.next("see what readers enforce", "lintel reader coverage" + again());
    }

    private String headline(CredentialExposure exposure) {
        String credential = "Credential " + serial;
        if (exposure.stage() == RevocationStage.NONE) {
            return credential + " is not revoked: it opens doors as its terms say.";
        }
        if (exposure.bound() instanceof Bound.Until until) {
            return credential + (exposure.stage() == RevocationStage.ENFORCED ? " has opened" : " opens")
                    + " nothing from " + until.at() + " on, at the worst.";
        }
        return exposure.bound() instanceof Bound.Enforced
                ? credential + " opens nothing any more: every reader enforces its revocation."
                : credential + ": UNBOUNDED. Nothing that is known ends its use at every reader.";
    }

    private static void tell(Answer answer, Revocation revocation) {
        answer.line("Revoked at " + revocation.at() + ", first on list " + revocation.epoch() + "."
                        + revocation
                                .phone()
                                .map(at -> " Its phone said at " + at + " that it has deleted it.")
                                .orElse(""))
                .fact("revoked", revocation.at())
                .fact("listEpoch", revocation.epoch())
                .fact("phoneConfirmed", revocation.phone())
                .fact("proven", revocation.proven().map(proven -> proven.at()))
                .fact("alarms", revocation.alarms().stream().map(Words::of).toList());
    }

    private static Listing<ReaderExposure> listing() {
        return new Listing<ReaderExposure>("readers")
                .column("READER", "reader", ReaderExposure::reader)
                .column("OPENS UNTIL", "until", reader -> Bounds.text(reader.bound()))
                .column("BECAUSE", "reason", reader -> Words.of(reader.reason()))
                .column("CLOCK BEHIND", "lagSeconds", reader -> lag(reader.lag()));
    }

    private static Optional<Long> lag(Optional<Duration> lag) {
        return lag.map(Duration::toSeconds);
    }
}
