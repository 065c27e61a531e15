package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import io.lintel.sdk.site.ListScope;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** Signed revocation lists. */
public interface RevocationListRecords {

    /** For whom a site publishes lists. */
    ListScope scope(CustomerId customer);

    /** Changes that. */
    void choose(CustomerId customer, ListScope scope);

    /**
     * Adds a list, with what is kept of it for good: one for all groups, newer than all before, and then those of single
     * groups with the same epoch.
     */
    void add(PublishedList list, ListMark mark);

    /**
     * Keeps that there may be lists which nobody knows, above the newest and up to an epoch.
     *
     * @param newest the newest that is known
     * @param expires when the last of them has expired
     */
    void addLost(PublishedList newest, long epoch, Instant at, Instant expires);

    /** The newest list for all groups. */
    Optional<PublishedList> newest(CustomerId customer);

    /** A list for all groups of which all octets are kept; empty for others. */
    Optional<PublishedList> find(CustomerId customer, long epoch);

    /** A list of a single group of which all octets are kept; empty for others. */
    Optional<PublishedList> find(CustomerId customer, long epoch, int group);

    /** A list of which all octets are kept, by their SHA-256, whomever it is for; empty for others. */
    Optional<PublishedList> find(CustomerId customer, Bytes hash);

    /** What is kept for good of a list for all groups. */
    Optional<ListMark> mark(CustomerId customer, long epoch);

    /** The same of the newest list before an epoch. */
    Optional<ListMark> markBefore(CustomerId customer, long epoch);

    /** The group whose list of an epoch has this hash; empty where there is none. A list for all groups is no such list. */
    OptionalInt groupOf(CustomerId customer, long epoch, Bytes hash);

    /** Drops the octets of all lists before an epoch; their marks stay. */
    void dropOctetsBefore(CustomerId customer, long epoch);

    /** Forgets lists of single groups that had expired at a time, their marks too. Those for all groups stay. */
    void forgetGroupLists(CustomerId customer, Instant expired);

    /**
     * What is kept for good of a list.
     *
     * @param epoch its list epoch
     * @param hash SHA-256 of the signed list
     * @param expires when it expires; empty for lists of early versions
     */
    record ListMark(long epoch, Bytes hash, Optional<Instant> expires) {}
}
