package io.lintel.sdk.command.credit;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Map;
import java.util.Set;

/** Reads balances. */
public final class Balances {

    private Balances() {}

    /** A customer's paid and trial credit. */
    public static Buckets of(UnitOfWork unit, CustomerId customer) {
        Account paid = Account.paid(customer);
        Account trial = Account.trial(customer);
        Map<Account, Long> credits = unit.ledger().balances(Set.of(paid, trial));
        return new Buckets(credits.getOrDefault(paid, 0L), credits.getOrDefault(trial, 0L));
    }

    /** A distributor's available credit, as the paid bucket. */
    public static Buckets of(UnitOfWork unit, DistributorId distributor) {
        Account account = Account.distributor(distributor);
        return new Buckets(unit.ledger().balances(Set.of(account)).getOrDefault(account, 0L), 0);
    }
}
