package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.model.Site;

/** Signs what readers show to phones. */
final class ReaderCertificates {

    private ReaderCertificates() {}

    /** Signs a certificate for keys that a reader proved to hold. */
    static Bytes sign(
            CommandContext context, Site site, int number, ReaderDetails details, Bytes dhKey, Bytes signingKey) {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        ReaderCertificate certificate = new ReaderCertificate(
                site.project(),
                keys.issuingEpoch(site, Purpose.READER),
                number,
                dhKey,
                signingKey,
                details.groups(),
                details.technology(),
                context.now(),
                Calendars.plus(
                        context.now(),
                        context.profile(site.customer()).readers().certificateValidity()));
        try (SigningKeyPair key = keys.issuing(site, Purpose.READER)) {
            return new StatementSigner(context.crypto(site))
                    .sign(key.privateKey(), certificate)
                    .bytes();
        }
    }

    /** Replaces a reader's certificate by one of the same keys with these details. */
    static void renew(CommandContext context, Site site, EnrolledReader reader, ReaderDetails details) {
        Bytes certificate = sign(context, site, reader.number(), details, reader.dhKey(), reader.signingKey());
        context.unit()
                .readers()
                .update(new EnrolledReader(
                        reader.customer(),
                        reader.number(),
                        details.name(),
                        details.groups(),
                        details.technology(),
                        reader.dhKey(),
                        reader.signingKey(),
                        certificate,
                        reader.enrolled()));
    }
}
