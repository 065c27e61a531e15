package io.lintel.cli.credit;

import io.lintel.cli.shell.Answer;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.Site;

/** Tells how much credit somebody has now. */
final class CreditAnswers {
    private CreditAnswers() {}

    static Answer of(Site site, Buckets balance) {
        return Answer.saying("Site \"" + site.name() + "\" now has " + balance.paid() + " paid and " + balance.trial()
                        + " trial credits.")
                .fact("site", site.customer().value())
                .fact("paid", balance.paid())
                .fact("trial", balance.trial());
    }

    static Answer of(DistributorId distributor, Buckets balance) {
        return Answer.saying("Distributor " + distributor + " now has " + balance.paid() + " credits available.")
                .fact("distributor", distributor.value())
                .fact("available", balance.paid());
    }
}
