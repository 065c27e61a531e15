package io.lintel.sdk.command.site;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.store.Counters.Counter;
import java.time.Instant;
import java.time.Period;
import java.util.Set;
import java.util.stream.Collectors;

/** Signs a site's revocation lists: each a whole snapshot, each one epoch above the last. */
public final class Lists {

    private static final long LOWEST_SERIAL = 1;
    private static final Period WRONG_CLOCKS = Period.ofDays(30);

    private Lists() {}

    public static PublishedList publish(CommandContext context, Site site, Profile profile) {
        CustomerId customer = site.customer();
        Instant issued = issued(context, customer);
        long epoch = context.unit().counters().next(customer, Counter.LIST_EPOCH);
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        RevocationList list = new RevocationList(
                site.project(),
                keys.issuingEpoch(site, Purpose.LIST),
                epoch,
                keys.epochs(site, KeySet.PROJECT).minimum(),
                keys.epochs(site, KeySet.ISSUING).minimum(),
                issued,
                Calendars.plus(issued, profile.readers().listValidity()),
                revokedReaderKeys(context, customer),
                CodedSerials.of(
                        LOWEST_SERIAL, SerialSet.of(context.unit().credentials().revokedSerials(customer))),
                RevocationList.ALL_GROUPS);
        try (SigningKeyPair key = keys.issuing(site, Purpose.LIST)) {
            StatementSigner signer = new StatementSigner(context.crypto(site));
            PublishedList published = new PublishedList(
                    customer, epoch, issued, signer.sign(key.privateKey(), list).bytes());
            context.unit().revocationLists().add(published);
            context.record(customer, Change.Kind.LIST_PUBLISHED, epoch);
            return published;
        }
    }

    private static Set<Bytes> revokedReaderKeys(CommandContext context, CustomerId customer) {
        return context.unit().compromisedReaders().list(customer).stream()
                .filter(reader -> isNamed(reader, context.now()))
                .map(CompromisedReader::keyFingerprint)
                .collect(Collectors.toSet());
    }

    /** A reader whose certificate has expired need not be named, not even for a phone whose clock is much behind. */
    public static boolean isNamed(CompromisedReader reader, Instant now) {
        return Calendars.plus(reader.certificateEnds(), WRONG_CLOCKS).isAfter(now);
    }

    /** Now, but never before the newest list: a clock that was set back must not date a higher epoch earlier. */
    private static Instant issued(CommandContext context, CustomerId customer) {
        return context.unit()
                .revocationLists()
                .newest(customer)
                .map(PublishedList::issued)
                .filter(newest -> newest.isAfter(context.now()))
                .orElse(context.now());
    }
}
