package io.lintel.sdk;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.sdk.command.Environment;
import io.lintel.sdk.command.Scope;
import io.lintel.sdk.command.revocation.AheadReaders;
import io.lintel.sdk.command.revocation.Exposures;
import io.lintel.sdk.command.revocation.ReaderReview;
import io.lintel.sdk.command.revocation.ReceiptIntake;
import io.lintel.sdk.command.revocation.StoreRestoration;
import io.lintel.sdk.command.revocation.Tending;
import io.lintel.sdk.command.site.Lists;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.revocation.Coverage;
import io.lintel.sdk.revocation.CredentialExposure;
import io.lintel.sdk.revocation.ReaderAhead;
import io.lintel.sdk.revocation.ReceiptsReceived;
import io.lintel.sdk.revocation.ReceiveReceipts;
import io.lintel.sdk.revocation.Restoration;
import io.lintel.sdk.revocation.RestoreStore;
import io.lintel.sdk.revocation.ReviewReaders;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.revocation.RevocationsTended;
import io.lintel.sdk.revocation.StoreRestored;
import io.lintel.sdk.revocation.TendRevocations;
import io.lintel.sdk.store.UnitOfWork;
import java.util.List;
import java.util.Optional;

/**
 * Revocation: the lists that readers enforce, their receipts, and until when a revoked credential could still open which
 * door. Thread-safe; fails like {@link Manager}.
 */
public final class Revocations {

    private final Session session;

    Revocations(Session session) {
        this.session = session;
    }

    /** The newest list of a site with its head, for readers of all groups and couriers. */
    public PublishedList newest(CustomerId customer) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> newest(unit, customer));
    }

    /** The newest list for one reader: its group's, where the site publishes one ({@link Sites#chooseLists}). */
    public PublishedList newest(CustomerId customer, int reader) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> Lists.newestFor(unit, customer, reader));
    }

    /**
     * The newest list by its difference from an earlier one, as a {@link io.lintel.protocol.revocation.ListDelta}.
     *
     * @param base SHA-256 of the signed list that somebody has, 32 octets
     * @return the delta's octets; empty where that list is not among the last ones, is the newest itself, or the newest one
     *     whole is no longer
     */
    public Optional<Bytes> delta(CustomerId customer, Bytes base) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.revocationLists().find(customer, base).flatMap(from -> delta(unit, customer, from)));
    }

    /** The same from a list that is named by its epoch. */
    public Optional<Bytes> delta(CustomerId customer, long baseEpoch) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.revocationLists().find(customer, baseEpoch).flatMap(from -> delta(unit, customer, from)));
    }

    private Optional<Bytes> delta(UnitOfWork unit, CustomerId customer, PublishedList base) {
        Site site = unit.sites().find(customer).orElseThrow(() -> new ManagerException.NotFound("site " + customer));
        Environment environment = session.environment();
        ProjectTrust trust = environment
                .trusts()
                .of(environment.crypto(site.suite()), unit.sites().foundation(customer));
        return environment.deltas().between(trust, base, newest(unit, customer));
    }

    private static PublishedList newest(UnitOfWork unit, CustomerId customer) {
        return unit.revocationLists()
                .newest(customer)
                .orElseThrow(() -> new ManagerException.NotFound("site " + customer));
    }

    /**
     * Takes receipts of readers, whoever carried them. What they prove is confirmed at once, and credit comes back where the
     * site's profile ties it to that. A receipt that does not count changes nothing and does not hinder the others.
     */
    public ReceiptsReceived receive(CommandId id, ReceiveReceipts request) {
        return session.run(id, new ReceiptIntake(request));
    }

    /**
     * Does what falls due by time alone: a fresh list at half of the newest one's validity, revocations whose bound has passed,
     * and alarms. To be called now and then; without it, lists expire and readers that are told to deny then do.
     */
    public RevocationsTended tend(CommandId id, TendRevocations request) {
        return session.run(id, new Tending(request));
    }

    /** Whether {@link #tend} has anything to do at a site. Reads only. */
    public boolean isTendingDue(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> Tending.isDue(unit, customer, session.environment().now()));
    }

    /**
     * Takes that the database was put back to an earlier state, such as from a backup. To be called for every site before
     * anything else is done: numbers that may have been given since are left out, codes that may have been used are void,
     * credentials that may have been issued since are revoked, a list is published above all that readers may have, and no
     * receipt of before counts. What was revoked since, nobody can know: revoke it again. The host's alone.
     */
    public StoreRestored restored(CommandId id, RestoreStore request) {
        return session.run(id, new StoreRestoration(request));
    }

    /**
     * Takes that every reader at the site's doors is known again since then. Until somebody says so, each exposure counts a
     * reader that may have been forgotten.
     */
    public RevocationsTended reviewed(CommandId id, ReviewReaders request) {
        return session.run(id, new ReaderReview(request));
    }

    /** When the database was put back, oldest first. */
    public List<Restoration> restorations(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> unit.restorations().list(customer));
    }

    /** Readers that have a newer list than this manager knows, so that the database was put back and nobody has said so. */
    public List<ReaderAhead> ahead(CustomerId customer) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> AheadReaders.list(unit, customer));
    }

    /** Until when, at the worst, a credential that was revoked could still open which reader, and why. */
    public CredentialExposure exposure(CustomerId customer, long serial) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> Exposures.of(
                        unit, customer, serial, session.environment().now()));
    }

    /** Which readers are known to enforce a list, since when, and until when the others could be wrong. */
    public Coverage coverage(CustomerId customer, long epoch) {
        return session.read(Action.SEE_CUSTOMER, Scope.of(customer), unit -> Exposures.coverage(unit, customer, epoch));
    }

    /** The same for the newest list. */
    public Coverage coverage(CustomerId customer) {
        return session.read(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                unit -> Exposures.coverage(
                        unit, customer, newest(unit, customer).epoch()));
    }

    /** Revocations that nothing proves yet by serial, after a serial. */
    public List<Revocation> unproven(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_CUSTOMER,
                Scope.of(customer),
                limit,
                unit -> unit.revocations().unproven(customer, after, limit));
    }
}
