package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.Customer;
import io.lintel.sdk.profile.CreditRules;

/** What a credential costs. */
public final class Costs {

    private Costs() {}

    /** What the profile says; nothing at a demo that is not limited by credit ({@code CRD-18}). */
    public static long of(CommandContext context, Site site, CreditRules rules) {
        boolean free = rules.demoUnlimited()
                && context.unit()
                        .customers()
                        .find(site.customer())
                        .map(Customer::system)
                        .filter(system -> system.unsafeForLiveUse())
                        .isPresent();
        return free ? 0 : rules.cost();
    }
}
