package io.lintel.sdk.command.revocation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.credential.Withdrawals;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.SignedReach;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.revocation.Bound;
import io.lintel.sdk.revocation.Exposure;
import io.lintel.sdk.revocation.Proof;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.Revocation.Alarm;
import io.lintel.sdk.store.RevocationRecords;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Looks at revocations that nothing proves yet, all of them or those that new receipts bear on: what is proven now is confirmed, with all that its profile ties to that,
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
        return new Settlement(context, site).settle(all(context.unit(), site.customer()), reach -> true);
    }

    /** Settles what new receipts bear on, and states again what they take back. */
    static Settled after(CommandContext context, Site site, Touched touched) {
        Settlement settlement = new Settlement(context, site);
        CustomerId customer = site.customer();
        RevocationRecords revocations = context.unit().revocations();
        if (touched.hasLost()) {
            settlement.reopen(
                    after -> revocations.proven(customer, touched.lostAfter(), after, PAGE), touched::reaches);
        }
        return touched.hasNews()
                ? settlement.settle(
                        after -> revocations.unproven(customer, touched.newsAfter(), touched.newsUpTo(), after, PAGE),
                        touched::reaches)
                : settlement.settled();
    }

    /** Whether {@link #run} would change anything. */
    public static boolean isDue(UnitOfWork unit, CustomerId customer, Profile profile, Instant now) {
        return each(
                all(unit, customer),
                reach -> true,
                () -> new Standings(unit, customer, profile),
                (revocation, bound) -> {
                    Verdict verdict = verdict(revocation, bound, profile, now);
                    return verdict.proof().isPresent() || verdict.alarm().isPresent();
                });
    }

    /** What there is to do about a revocation. */
    private record Verdict(Revocation revocation, Optional<Proof> proof, Optional<Alarm> alarm) {}

    /** Revocations by serial, a page from the one after a serial on. */
    private interface Pages {
        List<Revocation> after(long serial);
    }

    private static Pages all(UnitOfWork unit, CustomerId customer) {
        return after -> unit.revocations().unproven(customer, after, PAGE);
    }

    private Settled settle(Pages pages, Predicate<SignedReach> concerned) {
        Profile profile = context.profile(customer);
        each(pages, concerned, () -> new Standings(context.unit(), customer, profile), (revocation, bound) -> {
            settle(verdict(revocation, bound, profile, context.now()));
            return false;
        });
        return settled();
    }

    private Settled settled() {
        return new Settled(enforced, confirmed, alarms);
    }

    /** Credit that came back stays where it is: that the credential may open a door again is stated, and is an alarm. */
    private void reopen(Pages pages, Predicate<SignedReach> concerned) {
        Profile profile = context.profile(customer);
        each(pages, concerned, () -> new Standings(context.unit(), customer, profile), (revocation, bound) -> {
            if (!bound.isOver(context.now())) {
                raise(revocation.reopened());
            }
            return false;
        });
    }

    /** Looks at revocations until one is enough. */
    private static boolean each(
            Pages pages,
            Predicate<SignedReach> concerned,
            Supplier<Standings> read,
            BiPredicate<Revocation, Bound> isEnough) {
        List<Revocation> page = pages.after(0);
        if (page.isEmpty()) {
            return false;
        }
        Standings standings = read.get();
        while (!page.isEmpty()) {
            for (Revocation revocation : page) {
                SignedReach reach = standings.reach(revocation);
                if (concerned.test(reach)
                        && isEnough.test(revocation, Exposure.worst(standings.exposure(revocation, reach)))) {
                    return true;
                }
            }
            page = pages.after(page.get(page.size() - 1).serial());
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
        verdict.alarm().ifPresent(alarm -> raise(revocation.alarmed(alarm)));
    }

    private void raise(Revocation alarmed) {
        context.unit().revocations().update(alarmed);
        context.record(customer, Change.Kind.EXPOSURE_ALARM, alarmed.serial());
        alarms++;
    }
}
