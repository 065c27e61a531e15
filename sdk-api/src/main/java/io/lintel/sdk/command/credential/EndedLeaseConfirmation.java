package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.credential.ConfirmEndedLeases;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.SignedCredential;
import io.lintel.sdk.model.Site;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Ends the wait for phones whose credentials' leases have ended. */
public final class EndedLeaseConfirmation implements Command<Integer> {

    private static final int PAGE = 500;
    private static final Duration CLOCK_LAG = Duration.ofDays(1);

    private final ConfirmEndedLeases request;

    public EndedLeaseConfirmation(ConfirmEndedLeases request) {
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CREDENTIALS;
    }

    @Override
    public Scope scope() {
        return Scope.of(request.customer());
    }

    @Override
    public CustomerId partition() {
        return request.customer();
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("lease end confirm").with(request.customer());
    }

    @Override
    public Facts perform(CommandContext context) {
        Site site = context.site(request.customer());
        if (context.profile(site.customer()).credential().boundedLease().isEmpty()) {
            return Facts.none().with("confirmed", 0);
        }
        Withdrawals withdrawals = new Withdrawals(context, site);
        int confirmed = 0;
        long after = 0;
        List<IssuedCredential> page;
        do {
            page = context.unit().credentials().pendingRevocations(site.customer(), after, PAGE);
            for (IssuedCredential credential : page) {
                after = credential.serial();
                if (hasEnded(context, credential)) {
                    withdrawals.confirm(credential);
                    confirmed++;
                }
            }
        } while (page.size() == PAGE);
        withdrawals.end();
        return Facts.none().with("confirmed", confirmed);
    }

    /** The newest statement has the latest lease; a reader's clock may lag, so a day is waited beyond it. */
    private static boolean hasEnded(CommandContext context, IssuedCredential credential) {
        Optional<SignedCredential> newest =
                context.unit().credentials().newestStatement(credential.customer(), credential.serial());
        return newest.isEmpty()
                || !context.now().isBefore(newest.get().leaseEnd().plus(CLOCK_LAG));
    }

    @Override
    public Integer result(CommandContext context, Facts facts) {
        return Math.toIntExact(facts.number("confirmed"));
    }
}
