package io.lintel.sdk.command.credit;

import io.lintel.sdk.credit.CreditAccount;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.store.Counters.Counter;
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

    /** A customer's credit with all that became of it. */
    public static CreditAccount account(UnitOfWork unit, CustomerId customer) {
        Account reserved = Account.reserved(customer);
        Account consumed = Account.consumed(customer);
        Account forfeited = Account.forfeited(customer);
        Map<Account, Long> credits = unit.ledger().balances(Set.of(reserved, consumed, forfeited));
        return new CreditAccount(
                of(unit, customer),
                credits.getOrDefault(reserved, 0L),
                credits.getOrDefault(consumed, 0L),
                credits.getOrDefault(forfeited, 0L),
                issued(unit, customer));
    }

    /** Serials that were left out were given to nobody who is known. */
    private static long issued(UnitOfWork unit, CustomerId customer) {
        return unit.counters().last(customer, Counter.SERIAL)
                - unit.restorations().list(customer).stream()
                        .mapToLong(left -> left.lastSerial() - left.firstSerial() + 1)
                        .sum();
    }
}
