package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Withdrawals;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.Proof;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.Revocation.Alarm;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Looks at every revocation that nothing proves yet: what is proven now is confirmed, with all that its profile ties to that,
 * and what lasts too long is an alarm, once for each cause.
 */
public final class Settlement {

    private static final int PAGE = 500;

    private final CommandContext context;
    private final CustomerId customer;
    private final Withdrawals withdrawals;
    private int enforced;
    private int confirmed;
    private int alarms;

    private Settlement(CommandContext context, Site site) {
        this.context = context;
        this.customer = site.customer();
        this.withdrawals = new Withdrawals(context, site);
    }

    /**
     * What it brought about.
     *
     * @param enforced revocations that are proven now
     * @param confirmed those of them that were waiting for it
     * @param alarms alarms that were raised
     */
    public record Settled(int enforced, int confirmed, int alarms) {}

    /** Settles what is proven by now. */
    public static Settled run(CommandContext context, Site site) {
        Settlement settlement = new Settlement(context, site);
        UnitOfWork unit = context.unit();
        each(unit, site.customer(), context.profile(site.customer()), context.now(), verdict -> {
            settlement.settle(verdict);
            return false;
        });
        return new Settled(settlement.enforced, settlement.confirmed, settlement.alarms);
    }

    /** Whether {@link #run} would change anything. */
    public static boolean isDue(UnitOfWork unit, CustomerId customer, Profile profile, Instant now) {
        return each(
                unit,
                customer,
                profile,
                now,
                verdict -> verdict.proof().isPresent() || verdict.alarm().isPresent());
    }

    /** What there is to do about a revocation. */
    private record Verdict(Revocation revocation, Optional<Proof> proof, Optional<Alarm> alarm) {}

    /** Looks at revocations until one is enough. */
    private static boolean each(
            UnitOfWork unit, CustomerId customer, Profile profile, Instant now, Predicate<Verdict> isEnough) {
        List<Revocation> page = unit.revocations().unproven(customer, 0, PAGE);
        if (page.isEmpty()) {
            return false;
        }
        Standings standings = new Standings(unit, customer, profile);
        while (!page.isEmpty()) {
            for (Revocation revocation : page) {
                Bound bound = Exposure.worst(standings.exposure(revocation));
                if (isEnough.test(verdict(revocation, bound, profile, now))) {
                    return true;
                }
            }
            page = unit.revocations()
                    .unproven(customer, page.get(page.size() - 1).serial(), PAGE);
        }
        return false;
    }

    private static Verdict verdict(Revocation revocation, Bound bound, Profile profile, Instant now) {
        if (bound.isOver(now)) {
            Proof proof = bound instanceof Bound.Enforced ? Proof.RECEIPTS : Proof.BOUND;
            return new Verdict(revocation, Optional.of(proof), Optional.empty());
        }
        return new Verdict(
                revocation,
                Optional.empty(),
                alarm(bound, revocation.at(), profile)
                        .filter(cause -> !revocation.alarms().contains(cause)));
    }

    /** A bound may come after the limit; that there is none matters where the site states what ends an exposure. */
    private static Optional<Alarm> alarm(Bound bound, Instant revoked, Profile profile) {
        Optional<Duration> limit = profile.revoke().limit();
        if (bound instanceof Bound.Until until) {
            return limit.filter(time -> until.at().isAfter(revoked.plus(time))).map(beyond -> Alarm.BEYOND_LIMIT);
        }
        boolean endIsStated =
                limit.isPresent() || profile.credential().boundedLease().isPresent();
        return endIsStated ? Optional.of(Alarm.UNBOUNDED) : Optional.empty();
    }

    private void settle(Verdict verdict) {
        Revocation revocation = verdict.revocation();
        verdict.proof().ifPresent(proof -> {
            context.unit().revocations().update(revocation.proven(proof, context.now()));
            enforced++;
            confirmed += withdrawals.proven(revocation.serial()) ? 1 : 0;
        });
        verdict.alarm().ifPresent(alarm -> {
            context.unit().revocations().update(revocation.alarmed(alarm));
            context.record(customer, Change.Kind.EXPOSURE_ALARM, revocation.serial());
            alarms++;
        });
    }
}
