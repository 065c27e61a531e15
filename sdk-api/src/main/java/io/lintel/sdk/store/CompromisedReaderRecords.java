package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.reader.CompromisedReader;
import java.util.List;
import java.util.Optional;

/** Readers that were reported as compromised. None is ever taken out: its keys stay somebody else's. */
public interface CompromisedReaderRecords {

    /** Adds a reader that is not here. */
    void add(CompromisedReader reader);

    /** One reader. */
    Optional<CompromisedReader> find(CustomerId customer, int reader);

    /** Whether a reader's key is that of a compromised one. */
    boolean hasKey(CustomerId customer, Bytes keyFingerprint);

    /** All of a site, by number. */
    List<CompromisedReader> list(CustomerId customer);
}
