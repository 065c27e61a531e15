package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.EnrolledReader;
import java.util.List;
import java.util.Optional;

/** Readers. */
public interface ReaderRecords {

    /** Adds a reader. */
    void add(EnrolledReader reader);

    /** One reader. */
    Optional<EnrolledReader> find(CustomerId customer, int number);

    /** Whether a reader of this customer has this DH or this signing key. */
    boolean keyTaken(CustomerId customer, Bytes dhKey, Bytes signingKey);

    /** Readers by number, from the one after {@code after} on. */
    List<EnrolledReader> list(CustomerId customer, int after, int limit);
}
