package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credit.Balances;
import io.lintel.sdk.command.credit.CreditPassing;
import io.lintel.sdk.command.credit.CreditPurchase;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.List;

/** Credit: who holds how much, and every movement of it. Thread-safe; fails like {@link Manager}. */
public final class Credits {

    private final Session session;

    Credits(Session session) {
        this.session = session;
    }

    /** Credits a distributor with what it bought; returns its available credit. */
    public Buckets purchase(CommandId id, PurchaseCredit request) {
        return session.run(id, new CreditPurchase(request));
    }

    /** Moves credit from a site's distributor to the site; returns the customer's balance. */
    public Buckets passOn(CommandId id, PassOnCredit request) {
        return session.run(id, new CreditPassing(request));
    }

    /** A customer's credit in both buckets ({@code CRD-19}). */
    public Buckets balance(CustomerId customer) {
        return session.read(Action.SEE_LEDGER, Scope.of(customer), unit -> Balances.of(unit, customer));
    }

    /** A distributor's available credit ({@code CRD-20}), as the paid bucket. */
    public Buckets balance(DistributorId distributor) {
        return session.read(Action.SEE_LEDGER, Scope.of(distributor), unit -> Balances.of(unit, distributor));
    }

    /** A customer's book by row number, after a number (requirements 5.2). */
    public List<BookRow> book(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_LEDGER,
                Scope.of(customer),
                limit,
                unit -> unit.ledger().rows(BookId.of(customer), BookFilter.ALL, after, limit));
    }

    /** A distributor's book by row number, after a number (requirements 5.2). */
    public List<BookRow> book(DistributorId distributor, long after, int limit) {
        return session.page(
                Action.SEE_LEDGER,
                Scope.of(distributor),
                limit,
                unit -> unit.ledger().rows(BookId.of(distributor), BookFilter.ALL, after, limit));
    }
}
