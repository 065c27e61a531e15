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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Looks at every revocation that nothing proves yet: what is proven now is confirmed, with all that its profile ties to that,
 * and what lasts too long is an alarm, once for each cause.
 */
public final class Settlement {

    private static final int PAGE = 500;

    private final CommandContext context;
    private final CustomerId customer;
    private final Profile profile;
    private final Withdrawals withdrawals;
    private final Standings standings;
    private int enforced;
    private int confirmed;
    private int alarms;

    private Settlement(CommandContext context, Site site) {
        this.context = context;
        this.customer = site.customer();
        this.profile = context.profile(customer);
        this.withdrawals = new Withdrawals(context, site);
        this.standings = new Standings(context.unit(), customer, profile);
    }

    /** What it brought about. */
    public record Settled(int enforced, int confirmed, int alarms) {}

    /** Settles what is proven by now. */
    public static Settled run(CommandContext context, Site site) {
        Settlement settlement = new Settlement(context, site);
        settlement.settleAll();
        return new Settled(settlement.enforced, settlement.confirmed, settlement.alarms);
    }

    private void settleAll() {
        long after = 0;
        List<Revocation> page;
        do {
            page = context.unit().revocations().unproven(customer, after, PAGE);
            for (Revocation revocation : page) {
                after = revocation.serial();
                settle(revocation);
            }
        } while (page.size() == PAGE);
    }

    private void settle(Revocation revocation) {
        Bound bound = Exposure.worst(standings.exposure(revocation));
        if (bound.isOver(context.now())) {
            Proof proof = bound instanceof Bound.Enforced ? Proof.RECEIPTS : Proof.BOUND;
            context.unit().revocations().update(revocation.proven(proof, context.now()));
            enforced++;
            confirmed += withdrawals.proven(revocation.serial()) ? 1 : 0;
        } else {
            alarm(bound, revocation.at())
                    .filter(alarm -> !revocation.alarms().contains(alarm))
                    .ifPresent(alarm -> raise(revocation, alarm));
        }
    }

    private Optional<Alarm> alarm(Bound bound, Instant revoked) {
        Optional<Duration> limit = profile.revoke().limit();
        if (limit.isEmpty()) {
            return Optional.empty();
        }
        if (bound instanceof Bound.Until until) {
            return until.at().isAfter(revoked.plus(limit.get())) ? Optional.of(Alarm.BEYOND_LIMIT) : Optional.empty();
        }
        return Optional.of(Alarm.UNBOUNDED);
    }

    private void raise(Revocation revocation, Alarm alarm) {
        context.unit().revocations().update(revocation.alarmed(alarm));
        context.record(customer, Change.Kind.EXPOSURE_ALARM, revocation.serial());
        alarms++;
    }
}
