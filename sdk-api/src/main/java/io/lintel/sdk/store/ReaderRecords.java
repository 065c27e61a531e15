package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Readers that have a certificate. One that was removed is not among them, but its keys stay taken. */
public interface ReaderRecords {

    /** Adds a reader. */
    void add(EnrolledReader reader);

    /** Replaces name, groups, technology and certificate of a reader that exists. */
    void update(EnrolledReader reader);

    /** Removes a reader; one without a certificate is not here, and nothing happens. */
    void remove(CustomerId customer, int number, Instant at);

    /** One reader. */
    Optional<EnrolledReader> find(CustomerId customer, int number);

    /** One reader, also when it was removed. */
    Optional<EnrolledReader> findEver(CustomerId customer, int number);

    /** Whether a reader of this customer has, or had until it was removed, this DH or this signing key. */
    boolean keyTaken(CustomerId customer, Bytes dhKey, Bytes signingKey);

    /** Readers by number, from the one after {@code after} on. */
    List<EnrolledReader> list(CustomerId customer, int after, int limit);
}
