package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.SiteProfile;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.RevocationsTended;
import io.lintel.sdk.revocation.TendRevocations;
import io.lintel.sdk.store.RevocationListRecords.ListMark;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/** Does what falls due at a site by time alone. */
public final class Tending implements Command<RevocationsTended> {

    private final TendRevocations request;

    public Tending(TendRevocations request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.PUBLISH_LIST;
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("revocations tend").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        Settlement.Settled settled = Settlement.run(context, site);
        Facts facts = Facts.none().with("enforced", settled.enforced()).with("alarms", settled.alarms());
        if (!isRenewalDue(context.unit(), site.customer(), context.now())) {
            return facts;
        }
        PublishedList fresh = Lists.publish(context, site, context.profile(site.customer()));
        return facts.with("published", fresh.epoch());
    }

    @Override
    public RevocationsTended result(CommandContext context, Facts facts) {
        return new RevocationsTended(
                facts.has("published") ? OptionalLong.of(facts.number("published")) : OptionalLong.empty(),
                Math.toIntExact(facts.number("enforced")),
                Math.toIntExact(facts.number("alarms")));
    }

    /** Whether anything is due at a site that is in service. */
    public static boolean isDue(UnitOfWork unit, CustomerId customer, Instant now) {
        boolean inService = !unit.customers().isDeleted(customer);
        return inService
                && (isRenewalDue(unit, customer, now)
                        || Settlement.isDue(unit, customer, SiteProfile.of(unit, customer), now));
    }

    /** Half of its time has passed: a reader that is visited now and then gets the next one before this one is too old. */
    private static boolean isRenewalDue(UnitOfWork unit, CustomerId customer, Instant now) {
        PublishedList newest = unit.revocationLists()
                .newest(customer)
                .orElseThrow(() -> new ManagerException.NotFound("site " + customer));
        Optional<Instant> expires =
                unit.revocationLists().mark(customer, newest.epoch()).flatMap(ListMark::expires);
        if (newest.head().isEmpty() || expires.isEmpty()) {
            return true;
        }
        Duration half = Duration.between(newest.issued(), expires.get()).dividedBy(2);
        return !now.isBefore(newest.issued().plus(half));
    }
}
