package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import java.time.Instant;
import java.util.Optional;

/** Signed revocation lists. */
public interface RevocationListRecords {

    /** Adds a list, newer than all before, with what is kept of it for good. */
    void add(PublishedList list, ListMark mark);

    /** The newest list. */
    Optional<PublishedList> newest(CustomerId customer);

    /** A list of which all octets are kept; empty for others. */
    Optional<PublishedList> find(CustomerId customer, long epoch);

    /** A list of which all octets are kept, by their SHA-256; empty for others. */
    Optional<PublishedList> find(CustomerId customer, Bytes hash);

    /** What is kept for good of a list. */
    Optional<ListMark> mark(CustomerId customer, long epoch);

    /** The same of the newest list before an epoch. */
    Optional<ListMark> markBefore(CustomerId customer, long epoch);

    /** Drops the octets of all lists before an epoch; their marks stay. */
    void dropOctetsBefore(CustomerId customer, long epoch);

    /**
     * What is kept for good of a list.
     *
     * @param epoch its list epoch
     * @param hash SHA-256 of the signed list
     * @param expires when it expires; empty for lists of early versions
     */
    record ListMark(long epoch, Bytes hash, Optional<Instant> expires) {}
}
