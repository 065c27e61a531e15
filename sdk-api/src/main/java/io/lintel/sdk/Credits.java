package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.credit.Balances;
import io.lintel.sdk.command.credit.BookViews;
import io.lintel.sdk.command.credit.CreditAddition;
import io.lintel.sdk.command.credit.CreditPassing;
import io.lintel.sdk.command.credit.CreditPurchase;
import io.lintel.sdk.command.credit.CreditTakingBack;
import io.lintel.sdk.command.credit.PurchaseCorrection;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.credit.BookPage;
import io.lintel.sdk.credit.BookQuery;
import io.lintel.sdk.credit.CorrectPurchase;
import io.lintel.sdk.credit.CreditAccount;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.credit.TakeCreditBack;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.List;
import java.util.Optional;

/**
 * Credit: who holds how much, and every movement of it. What is too little is refused with
 * {@link io.lintel.sdk.model.ErrorCode#INSUFFICIENT_CREDIT}, and nothing has moved then. Thread-safe; fails like {@link Manager}.
 */
public final class Credits {

    private final Session session;

    Credits(Session session) {
        this.session = session;
    }

    /** Credits a distributor with what it bought; returns its available credit. */
    public Buckets purchase(CommandId id, PurchaseCredit request) {
        return session.run(id, new CreditPurchase(request));
    }

    /** Undoes a purchase, or a part of it; returns the distributor's available credit. */
    public Buckets correct(CommandId id, CorrectPurchase request) {
        return session.run(id, new PurchaseCorrection(request));
    }

    /** Moves credit from a site's distributor to the site; returns the customer's balance. */
    public Buckets passOn(CommandId id, PassOnCredit request) {
        return session.run(id, new CreditPassing(request));
    }

    /** Moves paid credit from a site back to its distributor; returns the customer's balance. */
    public Buckets takeBack(CommandId id, TakeCreditBack request) {
        return session.run(id, new CreditTakingBack(request));
    }

    /** Sells credit to a site's distributor and passes it on, both or neither; returns the customer's balance. */
    public Buckets add(CommandId id, AddCredit request) {
        return session.run(id, new CreditAddition(request));
    }

    /** A customer's credit in both buckets ({@code CRD-19}). */
    public Buckets balance(CustomerId customer) {
        return session.read(Action.SEE_LEDGER, Scope.of(customer), unit -> Balances.of(unit, customer));
    }

    /** A distributor's available credit ({@code CRD-20}), as the paid bucket. */
    public Buckets balance(DistributorId distributor) {
        return session.read(Action.SEE_LEDGER, Scope.of(distributor), unit -> Balances.of(unit, distributor));
    }

    /** A customer's credit with all that became of it, and the number of its mobile keys ({@code CRD-19}). */
    public CreditAccount account(CustomerId customer) {
        return session.read(Action.SEE_LEDGER, Scope.of(customer), unit -> Balances.account(unit, customer));
    }

    /** What one credential cost the last time, and what became of that; empty where it cost nothing. */
    public Optional<Charge> charge(CustomerId customer, long serial) {
        return session.read(
                Action.SEE_LEDGER, Scope.of(customer), unit -> unit.ledger().charge(customer, serial));
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

    /** One page of a customer's book, searched by text and time. */
    public BookPage book(CustomerId customer, BookQuery query) {
        return page(Scope.of(customer), BookId.of(customer), query);
    }

    /** One page of a distributor's book, searched by text and time. */
    public BookPage book(DistributorId distributor, BookQuery query) {
        return page(Scope.of(distributor), BookId.of(distributor), query);
    }

    /** Statements of books for periods, and a distributor's hash chain for its auditor. */
    public CreditReports reports() {
        return new CreditReports(session);
    }

    private BookPage page(Scope scope, BookId book, BookQuery query) {
        Session.requirePage(query.limit());
        return session.read(Action.SEE_LEDGER, scope, unit -> BookViews.page(unit, book, query));
    }
}
