package io.lintel.sdk;

import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.credit.Balances;

import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CredentialState;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.EnrolledReader;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.model.RecordedChange;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/**
 * What the manager knows. Every list comes in pages of 1 to {@value #MAX_PAGE}: ask again with the last number that you
 * got, and start with 0. Thread-safe; fails like {@link Manager}.
 */
public final class ManagerViews {

    /** The most that one page holds. */
    public static final int MAX_PAGE = 1000;

    private final Environment environment;

    ManagerViews(Environment environment) {
        this.environment = environment;
    }

    /** Every site, oldest first. */
    public List<Site> sites() {
        return read(unit -> unit.sites().list());
    }

    /** One site. */
    public Site site(CustomerId customer) {
        return read(unit ->
                unit.sites().find(customer).orElseThrow(() -> new ManagerException.NotFound("site " + customer)));
    }

    /** People by number. */
    public List<Person> people(CustomerId customer, long after, int limit) {
        requirePage(limit);
        return read(unit -> unit.people().list(customer, after, limit));
    }

    /** Credentials by serial, each in the state that it has now. */
    public List<IssuedCredential> credentials(CustomerId customer, long after, int limit) {
        requirePage(limit);
        Instant now = environment.clock().instant();
        return read(unit -> unit.credentials().list(customer, after, limit)).stream()
                .map(credential -> credential.in(credential.stateAt(now)))
                .toList();
    }

    /** One credential, in the state that it has now. */
    public IssuedCredential credential(CustomerId customer, long serial) {
        Instant now = environment.clock().instant();
        IssuedCredential credential = read(unit -> unit.credentials()
                .find(customer, serial)
                .orElseThrow(() -> new ManagerException.NotFound("credential " + serial + " of site " + customer)));
        CredentialState state = credential.stateAt(now);
        return credential.in(state);
    }

    /** Readers by number. */
    public List<EnrolledReader> readers(CustomerId customer, int after, int limit) {
        requirePage(limit);
        return read(unit -> unit.readers().list(customer, after, limit));
    }

    /** A customer's credit in both buckets ({@code CRD-19}). */
    public Buckets balance(CustomerId customer) {
        return read(unit -> Balances.of(unit, customer));
    }

    /** A distributor's available credit ({@code CRD-20}), as the paid bucket. */
    public Buckets balance(DistributorId distributor) {
        return read(unit -> Balances.of(unit, distributor));
    }

    /** A customer's book by row number (requirements 5.2). */
    public List<BookRow> book(CustomerId customer, long after, int limit) {
        requirePage(limit);
        return read(unit -> unit.ledger().rows(Book.CUSTOMER, customer.value(), after, limit));
    }

    /** A distributor's book by row number (requirements 5.2). */
    public List<BookRow> book(DistributorId distributor, long after, int limit) {
        requirePage(limit);
        return read(unit -> unit.ledger().rows(Book.DISTRIBUTOR, distributor.value(), after, limit));
    }

    /** A customer's audit trail by number. */
    public List<RecordedChange> audit(CustomerId customer, long after, int limit) {
        requirePage(limit);
        return read(unit -> unit.journal().audit(customer, after, limit));
    }

    private <T> T read(Function<UnitOfWork, T> query) {
        return environment.store().read(query);
    }

    private static void requirePage(int limit) {
        if (limit < 1 || limit > MAX_PAGE) {
            throw new IllegalArgumentException("a page holds 1 to " + MAX_PAGE + ", not " + limit);
        }
    }
}
