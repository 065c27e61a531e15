package io.lintel.sdk.command.site;

import io.lintel.crypto.SigningKeyPair;
import io.lintel.protocol.serials.CodedSerials;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.sdk.command.Calendars;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.SiteKeys;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.store.Counters.Counter;
import java.time.Instant;
import java.util.Set;

/** Signs a site's revocation lists: each a whole snapshot, each one epoch above the last. */
public final class Lists {

    private static final int LOWEST_EPOCH = 1;
    private static final long LOWEST_SERIAL = 1;

    private Lists() {}

    public static PublishedList publish(CommandContext context, Site site, Profile profile) {
        CustomerId customer = site.customer();
        Instant issued = issued(context, customer);
        long epoch = context.unit().counters().next(customer, Counter.LIST_EPOCH);
        RevocationList list = new RevocationList(
                site.project(),
                SiteKeys.FIRST_ISSUING_EPOCH,
                epoch,
                LOWEST_EPOCH,
                LOWEST_EPOCH,
                issued,
                Calendars.plus(issued, profile.readers().listValidity()),
                Set.of(),
                CodedSerials.of(
                        LOWEST_SERIAL, SerialSet.of(context.unit().credentials().revokedSerials(customer))),
                RevocationList.ALL_GROUPS);
        SiteKeys keys = new SiteKeys(context.environment(), context.unit());
        try (SigningKeyPair key = keys.issuing(site, Purpose.LIST)) {
            StatementSigner signer = new StatementSigner(context.crypto(site));
            PublishedList published = new PublishedList(
                    customer, epoch, issued, signer.sign(key.privateKey(), list).bytes());
            context.unit().revocationLists().add(published);
            context.record(customer, Change.Kind.LIST_PUBLISHED, epoch);
            return published;
        }
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
