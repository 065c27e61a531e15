package io.lintel.sdk.command.reader;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.ReaderSet;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.PublishReaders;
import io.lintel.sdk.reader.ReadersPublished;
import java.util.List;

/** Lets phones know the readers as they are registered ({@code SYN-02}). Without anything pending it does nothing. */
public final class ReaderPublication implements Command<ReadersPublished> {

    private static final int PAGE = 500;

    private final PublishReaders request;

    public ReaderPublication(PublishReaders request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_READERS;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("reader publish").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        ReaderSet state = context.unit().registrations().state(site.customer());
        long revision = state.revision();
        if (state.pending() > 0) {
            revision++;
            certifyAnew(context, site);
            context.unit().registrations().publish(site.customer(), revision, context.now());
            context.record(site.customer(), Change.Kind.READERS_PUBLISHED, revision);
        }
        return Facts.none().with("revision", revision).with("changed", state.pending());
    }

    @Override
    public ReadersPublished result(CommandContext context, Facts facts) {
        return new ReadersPublished(
                request.customer(), facts.number("revision"), Math.toIntExact(facts.number("changed")));
    }

    /** A certificate names groups and colour: where those were edited, the reader gets another for the same keys. */
    private static void certifyAnew(CommandContext context, Site site) {
        int after = 0;
        List<RegisteredReader> page;
        do {
            page = context.unit().registrations().pending(site.customer(), after, PAGE);
            for (RegisteredReader reader : page) {
                after = reader.number();
                context.unit()
                        .readers()
                        .find(site.customer(), reader.number())
                        .filter(enrolled -> isOutdated(enrolled, reader))
                        .ifPresent(enrolled -> renew(context, site, enrolled, reader.details()));
            }
        } while (page.size() == PAGE);
    }

    private static void renew(CommandContext context, Site site, EnrolledReader enrolled, ReaderDetails details) {
        ReaderCertificates.renew(context, site, enrolled, details.name(), details.groups(), details.technology());
    }

    private static boolean isOutdated(EnrolledReader enrolled, RegisteredReader reader) {
        return !enrolled.name().equals(reader.details().name())
                || !enrolled.groups().equals(reader.details().groups())
                || enrolled.technology() != reader.details().technology();
    }
}
