package io.lintel.sdk.command.key;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.StatementException;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.key.RotationStep;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.Compromise;
import io.lintel.sdk.reader.CompromiseReader;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.KeyEpochRecords.Configured;
import io.lintel.sdk.store.SiteRecords.Foundation;
import java.time.Instant;
import java.util.List;

/**
 * Gives up a reader whose keys somebody else may hold: a list names it, and the project key that it may hold begins to be
 * rotated. A reader that was given up before is left as it is.
 */
public final class ReaderCompromise implements Command<Compromise> {

    private final CompromiseReader request;

    public ReaderCompromise(CompromiseReader request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.ROTATE_KEYS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("reader compromised").with(request.customer()).with(request.reader());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        boolean known = context.unit()
                .compromisedReaders()
                .find(site.customer(), request.reader())
                .isPresent();
        if (!known) {
            giveUp(context, site, reader(context));
        }
        return Facts.none();
    }

    /** What is open is told as it is now, at a repetition as well. */
    @Override
    public Compromise result(CommandContext context, Facts facts) {
        return Compromises.of(context.unit(), request.customer(), context.now()).stream()
                .filter(compromise -> compromise.reader().reader() == request.reader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a compromised reader was forgotten"));
    }

    private EnrolledReader reader(CommandContext context) {
        return context.unit()
                .readers()
                .findEver(request.customer(), request.reader())
                .orElseThrow(() -> new ManagerException.NotFound(
                        "reader " + request.reader() + " with a certificate of site " + request.customer()));
    }

    private void giveUp(CommandContext context, Site site, EnrolledReader reader) {
        CustomerId customer = site.customer();
        requireRoom(context.unit().compromisedReaders().list(customer), context.now());
        KeyEpochs project = context.unit().keyEpochs().of(customer, KeySet.PROJECT);
        int keyEpoch = newestKeyOf(context, reader, project);
        context.unit()
                .compromisedReaders()
                .add(new CompromisedReader(
                        customer,
                        reader.number(),
                        reader.keyFingerprint(),
                        certificateEnds(context, site, reader),
                        keyEpoch,
                        context.unit().counters().last(customer, Counter.LIST_EPOCH) + 1,
                        context.now()));
        Lists.publish(context, site, context.profile(customer));
        context.record(customer, Change.Kind.READER_COMPROMISED, reader.number());
        if (project.newest() <= keyEpoch && project.hasRoom()) {
            new RotationSteps(context, site, KeySet.PROJECT).take(RotationStep.BEGIN, project);
        }
    }

    /** A configuration that an older manager exported is not on record: the reader may hold what readers were told to speak. */
    private static int newestKeyOf(CommandContext context, EnrolledReader reader, KeyEpochs project) {
        return context.unit()
                .keyEpochs()
                .newestConfigured(reader.customer(), reader.number())
                .map(Configured::keyEpoch)
                .orElse(project.readers());
    }

    private static Instant certificateEnds(CommandContext context, Site site, EnrolledReader reader) {
        Foundation foundation = context.unit().sites().foundation(site.customer());
        Bytes certificate = reader.certificate();
        try {
            ReaderCertificate verified = ProjectTrust.pin(
                            context.crypto(site), foundation.root(), foundation.issuingKeys())
                    .verifyReaderCertificateAsIssued(certificate)
                    .value();
            return verified.expires();
        } catch (StatementException ofAForgottenEpoch) {
            return Calendars.plus(
                    context.now(), context.profile(site.customer()).readers().certificateValidity());
        }
    }

    private static void requireRoom(List<CompromisedReader> before, Instant now) {
        long named =
                before.stream().filter(reader -> Lists.isNamed(reader, now)).count();
        if (named >= RevocationList.MAX_REVOKED_READER_KEYS) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST,
                    "a list names at most " + RevocationList.MAX_REVOKED_READER_KEYS
                            + " compromised readers; rotate the issuing keys, which ends all certificates of before");
        }
    }
}
