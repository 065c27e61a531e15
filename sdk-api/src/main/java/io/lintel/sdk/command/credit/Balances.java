package io.lintel.sdk.command.credit;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.UnitOfWork;
import java.util.Set;

/** Reads balances. */
public final class Balances {

    private Balances() {}

    public static Buckets of(UnitOfWork unit, CustomerId customer) {
        Account paid = Account.paid(customer);
        Account trial = Account.trial(customer);
        LedgerState state = unit.ledger().load(Set.of(paid, trial), Set.of());
        return new Buckets(state.balance(paid), state.balance(trial));
    }

    public static Buckets of(UnitOfWork unit, DistributorId distributor) {
        Account account = Account.distributor(distributor);
        return new Buckets(unit.ledger().load(Set.of(account), Set.of()).balance(account), 0);
    }
}
