package io.lintel.cli.credential;

import io.lintel.cli.manager.SiteCommand;
import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Bounds;
import io.lintel.cli.shell.Listing;
import io.lintel.cli.shell.Shell;
import io.lintel.cli.shell.Words;
import io.lintel.sdk.Manager;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.ReaderExposure;
import io.lintel.sdk.revocation.RevocationStage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Tells until when a revoked credential may still open which door. */
@Command(
        name = "exposure",
        header = "Tell until when, at the worst, a revoked credential could still open which door, and why",
        description = {
            "",
            "Only what is known counts: receipts that readers signed, leases and validities that were signed for the",
            "credential, and what a reader's confirmed configuration says of old lists and of its clock."
        },
        footer = {"", "Example:", "  lintel credential exposure 1"})
public final class CredentialExposureShow extends SiteCommand {
    private static final Listing<ReaderExposure> READERS = new Listing<ReaderExposure>("readers")
            .column("READER", "reader", ReaderExposure::reader)
            .shown("MAY OPEN", reader -> Bounds.text(reader.bound()))
            .fact("bound", reader -> Bounds.word(reader.bound()))
            .fact("until", reader -> Bounds.end(reader.bound()))
            .column("BECAUSE OF", "reason", reader -> Words.of(reader.reason()))
            .column("CLOCK BEHIND BY", "lag", ReaderExposure::lag);

    @Parameters(paramLabel = "SERIAL", description = "The credential's serial.")
    private long serial;

    /** A command of this shell. */
    public CredentialExposureShow(Shell shell) {
        super(shell);
    }

    @Override
    protected Answer run(Manager manager, Site site) {
        CredentialExposure exposure = manager.revocations().exposure(site.customer(), serial);
        Answer answer = Answer.saying(headline(exposure))
                .fact("serial", serial)
                .fact("stage", Words.of(exposure.stage()))
                .fact("bound", Bounds.word(exposure.bound()))
                .fact("until", Bounds.end(exposure.bound()));
        exposure.revocation()
                .ifPresent(revocation -> answer.fact("listEpoch", revocation.epoch())
                        .fact("revoked", revocation.at())
                        .fact("phoneConfirmed", revocation.phone())
                        .fact(
                                "alarms",
                                revocation.alarms().stream().map(Words::of).toList()));
        return READERS.into(answer, exposure.readers());
    }

    private static String headline(CredentialExposure exposure) {
        String credential = "Credential " + exposure.serial();
        if (exposure.stage() == RevocationStage.NONE) {
            return credential + " is not revoked.";
        }
        if (exposure.bound() instanceof Bound.Enforced) {
            return credential + " opens nothing: every reader that it was signed for enforces its revocation.";
        }
        if (exposure.bound() instanceof Bound.Unbounded) {
            return credential + " is revoked, and nothing that is known ends what it may still open: UNBOUNDED.";
        }
        return credential + " is revoked and may still open doors " + Bounds.text(exposure.bound()) + " at the worst.";
    }
}
