package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.PublishedList;
import java.util.Optional;

/** Signed revocation lists. */
public interface RevocationListRecords {

    /** Adds a list, newer than all before. */
    void add(PublishedList list);

    /** The newest list. */
    Optional<PublishedList> newest(CustomerId customer);
}
