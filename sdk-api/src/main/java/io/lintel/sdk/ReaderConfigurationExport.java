package io.lintel.sdk;

import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.Sites.Foundation;

/** Exports a reader's configuration. A repetition carries the newest list, and is not recorded again. */
final class ReaderConfigurationExport implements Command<ReaderConfiguration> {

    private final ExportReaderConfiguration request;

    ReaderConfigurationExport(ExportReaderConfiguration request) {
        this.request = request;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("reader configuration export")
                .with(request.customer())
                .with(request.reader());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        EnrolledReader reader = reader(context);
        context.record(site.customer(), Change.Kind.READER_CONFIGURATION_EXPORTED, reader.number());
        return Facts.none().with("keyEpoch", site.keyEpoch());
    }

    @Override
    public ReaderConfiguration result(CommandContext context, Facts facts) {
        Site site = context.site(request.customer());
        EnrolledReader reader = reader(context);
        int keyEpoch = Math.toIntExact(facts.number("keyEpoch"));
        Foundation foundation = context.unit().sites().foundation(site.customer());
        PublishedList list = context.unit()
                .revocationLists()
                .newest(site.customer())
                .orElseThrow(() -> new IllegalStateException("the site has no revocation list"));
        SecretBytes projectKey = new SiteKeys(context.environment(), context.unit()).project(site, keyEpoch);
        return new ReaderConfiguration(
                reader.number(),
                reader.name(),
                site.suite(),
                keyEpoch,
                projectKey,
                foundation.root(),
                foundation.issuingKeys(),
                reader.certificate(),
                list.statement(),
                context.profile(site.customer()).readers());
    }

    private EnrolledReader reader(CommandContext context) {
        return context.unit()
                .readers()
                .find(request.customer(), request.reader())
                .orElseThrow(() ->
                        new ManagerException.NotFound("reader " + request.reader() + " of site " + request.customer()));
    }
}
