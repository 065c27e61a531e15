package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderContent;
import io.lintel.protocol.statement.Purpose;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.key.KeyEpochs;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.link.ToldReader;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.model.ToldConfiguration;
import io.lintel.sdk.reader.ExportReaderConfiguration;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.KeyEpochRecords.Configured;
import java.util.Optional;

/**
 * Signs a reader's configuration. A repetition is a newer one: it carries the newest list and the keys that readers are to use
 * by then, and is recorded like the first.
 */
public final class ReaderConfigurationExport implements Command<ReaderArtefact> {

    private final ExportReaderConfiguration request;

    public ReaderConfigurationExport(ExportReaderConfiguration request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.EXPORT_READER_SECRETS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("reader configuration export")
                .with(request.customer())
                .with(request.reader())
                .with(request.transports())
                .with(request.directory());
    }

    @Override
    public Facts perform(CommandContext context) {
        context.site(request.customer());
        return Facts.none();
    }

    @Override
    public ReaderArtefact result(CommandContext context, Facts facts) {
        Site site = context.site(request.customer());
        EnrolledReader reader = reader(context);
        // Here, where repetitions pass, too: each of them lets the project key out once more (KEY-08).
        context.record(site.customer(), Change.Kind.READER_CONFIGURATION_EXPORTED, reader.number());
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        int keyEpoch = keys.epochs(site, KeySet.PROJECT).readers();
        ReaderContent content = new ReaderContents(context, site).of(reader, request, keyEpoch);
        long revision = context.unit().counters().next(site.customer(), Counter.READER_CONFIGURATION);
        KeyEpochs issuing = keys.epochs(site, KeySet.ISSUING);
        context.unit()
                .keyEpochs()
                .addConfigured(
                        site.customer(),
                        new Configured(reader.number(), revision, keyEpoch, issuing.newest(), issuing.readers()));
        context.unit().enforcement().told(told(reader, revision, content.policy()));
        Bytes settings = content.settingsDigest(context.crypto(site));
        context.unit()
                .links()
                .put(new ToldReader(
                        site.customer(),
                        reader.number(),
                        revision,
                        settings,
                        request.transports(),
                        request.directory()));
        try (SigningKeyPair key = keys.issuing(site, Purpose.CONFIGURATION)) {
            return ReaderArtefact.sign(
                    context.crypto(site),
                    key.privateKey(),
                    keys.issuingEpoch(site, Purpose.CONFIGURATION),
                    content,
                    revision,
                    context.now());
        }
    }

    /** What bounds, at this reader, how long a credential opens that was revoked meanwhile. */
    private static ToldConfiguration told(EnrolledReader reader, long revision, PolicySettings policy) {
        return new ToldConfiguration(
                reader.customer(),
                reader.number(),
                revision,
                policy.clock().boundedLag(),
                Optional.of(policy.staleAllowance()));
    }

    private EnrolledReader reader(CommandContext context) {
        boolean compromised = context.unit()
                .compromisedReaders()
                .find(request.customer(), request.reader())
                .isPresent();
        if (compromised) {
            throw new ManagerException.Refused(
                    ErrorCode.READER_COMPROMISED,
                    "reader " + request.reader()
                            + " was reported as compromised and gets no keys any more; remove it, and"
                            + " enroll the device in its place, with new keys, as another reader");
        }
        return context.unit()
                .readers()
                .find(request.customer(), request.reader())
                .orElseThrow(() ->
                        new ManagerException.NotFound("reader " + request.reader() + " of site " + request.customer()));
    }
}
