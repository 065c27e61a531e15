package io.lintel.sdk.command.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.Counters.Counter;
import java.util.Set;

/** Signs what readers show to phones. */
final class ReaderCertificates {

    private ReaderCertificates() {}

    /** Signs a certificate for keys that a reader proved to hold. */
    static Bytes sign(
            CommandContext context,
            Site site,
            int number,
            Set<Integer> groups,
            Technology technology,
            Bytes dhKey,
            Bytes signingKey) {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        ReaderCertificate certificate = new ReaderCertificate(
                site.project(),
                keys.issuingEpoch(site, Purpose.READER),
                number,
                dhKey,
                signingKey,
                groups,
                technology,
                context.now(),
                Calendars.plus(
                        context.now(),
                        context.profile(site.customer()).readers().certificateValidity()));
        long listEpoch = context.unit().counters().last(site.customer(), Counter.LIST_EPOCH);
        context.unit().enforcement().certified(site.customer(), number, groups, listEpoch);
        try (SigningKeyPair key = keys.issuing(site, Purpose.READER)) {
            return new StatementSigner(context.crypto(site))
                    .sign(key.privateKey(), certificate)
                    .bytes();
        }
    }

    /**
     * Replaces a reader's certificate by one of the same keys with these details. A compromised reader keeps what it has: no
     * certificate is signed for keys that somebody else may hold.
     */
    static void renew(
            CommandContext context,
            Site site,
            EnrolledReader reader,
            String name,
            Set<Integer> groups,
            Technology technology) {
        boolean compromised = context.unit()
                .compromisedReaders()
                .find(reader.customer(), reader.number())
                .isPresent();
        Bytes certificate = compromised
                ? reader.certificate()
                : sign(context, site, reader.number(), groups, technology, reader.dhKey(), reader.signingKey());
        context.unit()
                .readers()
                .update(new EnrolledReader(
                        reader.customer(),
                        reader.number(),
                        name,
                        groups,
                        technology,
                        reader.dhKey(),
                        reader.signingKey(),
                        certificate,
                        reader.enrolled()));
    }
}
