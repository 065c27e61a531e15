package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ReaderRequest;
import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.RegisteredReader;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.reader.EnrollReader;
import io.lintel.sdk.reader.ReaderEnrolled;
import io.lintel.sdk.reader.RegistrationRules.Identity;

/** Certifies a reader's keys. */
public final class ReaderEnrolment implements Command<ReaderEnrolled> {

    private static final int NOBODY = 0;

    private final EnrollReader request;

    public ReaderEnrolment(EnrollReader request) {
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
        RequestDigest digest = RequestDigest.of("reader enroll")
                .with(request.customer())
                .with(request.request().encoded().toHex());
        if (request.subject() instanceof EnrollReader.Registered registered) {
            return digest.with("registered").with(registered.reader());
        }
        return DetailsDigest.add(digest.with("new"), newDetails());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        requireGoodKeys(context, site);
        RegisteredReader reader = subject(context, site.customer());
        ReaderDetails details = reader.details();
        ReaderRequest keys = request.request();
        Bytes certificate = ReaderCertificates.sign(
                context,
                site,
                reader.number(),
                details.groups(),
                details.technology(),
                keys.dhKey(),
                keys.signingKey());
        context.unit()
                .readers()
                .add(new EnrolledReader(
                        site.customer(),
                        reader.number(),
                        details.name(),
                        details.groups(),
                        details.technology(),
                        keys.dhKey(),
                        keys.signingKey(),
                        certificate,
                        context.now()));
        context.record(site.customer(), Change.Kind.READER_ENROLLED, reader.number());
        return Facts.none().with("reader", reader.number()).with("certificate", certificate);
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

    private RegisteredReader subject(CommandContext context, CustomerId customer) {
        if (request.subject() instanceof EnrollReader.Registered registered) {
            RegisteredReader reader = Registrations.find(context.unit(), customer, registered.reader());
            if (context.unit().readers().find(customer, registered.reader()).isPresent()) {
                throw new ManagerException.Refused(
                        ErrorCode.DUPLICATE_READER,
                        "reader " + registered.reader()
                                + " has a certificate already; new keys mean a new reader: remove this one and add it again");
            }
            return reader;
        }
        Registrations.requireRules(context, customer, newDetails(), Identity.KEYS);
        Registrations.requireFree(context.unit(), customer, newDetails(), NOBODY);
        return Registrations.add(context, customer, newDetails());
    }

    private ReaderDetails newDetails() {
        return ((EnrollReader.NewReader) request.subject()).details();
    }
}
