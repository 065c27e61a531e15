package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.store.Counters.Counter;

/** Certifies a reader's keys. */
public final class ReaderEnrolment implements Command<ReaderEnrolled> {

    private final EnrollReader request;

    public ReaderEnrolment(EnrollReader request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_READERS;
    }

    @Override
    public Scope scope() {
        return Scope.of(request.customer());
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("reader enroll")
                .with(request.customer())
                .with(request.name())
                .with(request.groups())
                .with(request.technology())
                .with(request.request().encoded().toHex());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        requireGoodKeys(context, site);
        int number = Math.toIntExact(context.unit().counters().next(site.customer(), Counter.READER));
        Bytes certificate = certify(context, site, number);
        context.unit()
                .readers()
                .add(new EnrolledReader(
                        site.customer(),
                        number,
                        request.name(),
                        request.groups(),
                        request.technology(),
                        request.request().dhKey(),
                        request.request().signingKey(),
                        certificate,
                        context.now()));
        context.record(site.customer(), Change.Kind.READER_ENROLLED, number);
        return Facts.none().with("reader", number).with("certificate", certificate);
    }

    @Override
    public ReaderEnrolled result(CommandContext context, Facts facts) {
        return new ReaderEnrolled(
                request.customer(), Math.toIntExact(facts.number("reader")), facts.bytes("certificate"));
    }

    private void requireGoodKeys(CommandContext context, Site site) {
        ReaderRequest keys = request.request();
        if (keys.suite() != site.suite()) {
            throw new ManagerException.Refused(
                    ErrorCode.INVALID_REQUEST,
                    "the reader's keys are of suite " + keys.suite() + " and the site's of " + site.suite()
                            + "; make the reader's keys anew in the site's suite");
        }
        if (!keys.isProven(context.crypto(site))) {
            throw new ManagerException.Refused(
                    ErrorCode.POSSESSION_NOT_PROVEN,
                    "the reader's request is not signed by the key that it names; take the request from the reader again");
        }
        if (context.unit().readers().keyTaken(site.customer(), keys.dhKey(), keys.signingKey())) {
            throw new ManagerException.Refused(
                    ErrorCode.DUPLICATE_READER,
                    "a reader with these keys is enrolled already; reset the reader so that it makes new keys");
        }
    }

    private Bytes certify(CommandContext context, Site site, int number) {
        Profile profile = context.profile(site.customer());
        ReaderCertificate certificate = new ReaderCertificate(
                site.project(),
                SiteKeys.FIRST_ISSUING_EPOCH,
                number,
                request.request().dhKey(),
                request.request().signingKey(),
                request.groups(),
                request.technology(),
                context.now(),
                Calendars.plus(context.now(), profile.readers().certificateValidity()));
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        try (SigningKeyPair key = keys.issuing(site, Purpose.READER)) {
            return new StatementSigner(context.crypto(site))
                    .sign(key.privateKey(), certificate)
                    .bytes();
        }
    }
}
