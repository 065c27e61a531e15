package io.lintel.sdk.command.site;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.revocation.ChunkTable;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.key.KeySet;
import io.lintel.sdk.model.CertifiedReader;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.reader.CompromisedReader;
import io.lintel.sdk.revocation.Restoration;
import io.lintel.sdk.site.ListScope;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.RevocationListRecords.ListMark;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Signs a site's revocation lists, each a whole snapshot: one for all groups with each publication, one epoch above the last,
 * and those of single groups beside it, which differ from it in nothing but their serials.
 */
public final class Lists {

    /** Lists whose octets are kept: a phone or reader that has one of them can be told the newest by its difference. */
    public static final int KEPT = 8;

    private static final long LOWEST_SERIAL = 1;
    private static final Period WRONG_CLOCKS = Period.ofDays(30);

    /** What has ended stays out of the base for so long: a clock that was wrong for a day must not end what is valid. */
    private static final Duration SETTLED = Duration.ofDays(7);

    /**
     * By a list that expired so long ago no reader opens anything, and whoever has it needs another: what its receipt would prove
     * of a single group, the age of its list has ended.
     */
    private static final Duration OPENS_NOTHING = PolicySettings.MAX_STALE_ALLOWANCE.plus(Duration.ofDays(30));

    private Lists() {}

    public static PublishedList publish(CommandContext context, Site site, Profile profile) {
        CustomerId customer = site.customer();
        Optional<PublishedList> before = context.unit().revocationLists().newest(customer);
        Instant issued = issued(context, before);
        long epoch = context.unit().counters().next(customer, Counter.LIST_EPOCH);
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        long base = baseSerial(context, customer, before);
        List<Long> revoked = context.unit().credentials().revokedSerials(customer, base);
        SerialSet forgotten = forgotten(context, customer).from(base);
        RevocationList list = new RevocationList(
                site.project(),
                keys.issuingEpoch(site, Purpose.LIST),
                epoch,
                keys.epochs(site, KeySet.PROJECT).minimum(),
                keys.epochs(site, KeySet.ISSUING).minimum(),
                issued,
                expires(
                        context,
                        customer,
                        epoch,
                        Calendars.plus(issued, profile.readers().listValidity())),
                revokedReaderKeys(context, customer),
                CodedSerials.of(base, SerialSet.of(revoked).union(forgotten)),
                RevocationList.ALL_GROUPS);
        PublishedList published = sign(context, site, list);
        GroupLists.of(context, list, revoked, forgotten, customer).forEach(group -> sign(context, site, group));
        context.unit().revocationLists().dropOctetsBefore(customer, epoch - KEPT + 1);
        context.unit()
                .revocationLists()
                .forgetGroupLists(customer, context.now().minus(OPENS_NOTHING));
        context.record(customer, Change.Kind.LIST_PUBLISHED, epoch);
        return published;
    }

    /** The newest list for a reader: its group's, where there is one, and else the one for all groups. */
    public static PublishedList newestFor(UnitOfWork unit, CustomerId customer, int reader) {
        PublishedList all = unit.revocationLists()
                .newest(customer)
                .orElseThrow(() -> new ManagerException.NotFound("site " + customer));
        int group = groupOf(unit, customer, reader);
        return unit.revocationLists().find(customer, all.epoch(), group).orElse(all);
    }

    /** The group whose list a reader takes, or {@link RevocationList#ALL_GROUPS}. */
    public static int groupOf(UnitOfWork unit, CustomerId customer, int reader) {
        return unit.revocationLists().scope(customer) == ListScope.SITE
                ? RevocationList.ALL_GROUPS
                : CertifiedReader.onlyGroup(unit.enforcement().certifiedGroups(customer, reader))
                        .orElse(RevocationList.ALL_GROUPS);
    }

    /**
     * As the profile says, but no earlier than the list before: a month from the 31st ends before a month from the 29th, and
     * what a reader may still go by is told by the newest list that it can have.
     */
    private static Instant expires(CommandContext context, CustomerId customer, long epoch, Instant wanted) {
        return context.unit()
                .revocationLists()
                .markBefore(customer, epoch)
                .flatMap(ListMark::expires)
                .filter(before -> before.isAfter(wanted))
                .orElse(wanted);
    }

    private static PublishedList sign(CommandContext context, Site site, RevocationList list) {
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        try (SigningKeyPair key = keys.issuing(site, Purpose.LIST)) {
            StatementSigner signer = new StatementSigner(context.crypto(site));
            Signed<RevocationList> signed = signer.sign(key.privateKey(), list);
            PublishedList published = new PublishedList(
                    site.customer(),
                    list.listEpoch(),
                    list.group(),
                    list.issued(),
                    list.baseSerial(),
                    signed.bytes(),
                    Optional.of(signer.sign(key.privateKey(), ChunkTable.head(signed))
                            .bytes()));
            ListMark mark = new ListMark(list.listEpoch(), signed.fingerprint(), Optional.of(list.expires()));
            context.unit().revocationLists().add(published, mark);
            return published;
        }
    }

    /** What may have been given to credentials that were forgotten when the database was put back. */
    private static SerialSet forgotten(CommandContext context, CustomerId customer) {
        SerialSet all = SerialSet.EMPTY;
        for (Restoration restoration : context.unit().restorations().list(customer)) {
            all = all.union(SerialSet.between(restoration.firstSerial(), restoration.lastSerial()));
        }
        return all;
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

    /**
     * The lowest serial that may open a door: all below it are revoked or have ended, so a list needs to name none of them.
     * It never falls, or what was revoked by number would be valid again.
     */
    private static long baseSerial(CommandContext context, CustomerId customer, Optional<PublishedList> before) {
        long last = before.map(PublishedList::baseSerial).orElse(LOWEST_SERIAL);
        return context.unit()
                .credentials()
                .lowestUsable(customer, last, context.now().minus(SETTLED))
                .orElseGet(() -> Math.max(last, context.unit().counters().last(customer, Counter.SERIAL) + 1));
    }

    /** Now, but never before the newest list: a clock that was set back must not date a higher epoch earlier. */
    private static Instant issued(CommandContext context, Optional<PublishedList> before) {
        return before.map(PublishedList::issued)
                .filter(newest -> newest.isAfter(context.now()))
                .orElse(context.now());
    }
}
