package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/** When doors were last opened from afar. */
public interface UnlockRecords {

    /** When a reader was last asked to open its door, if ever. */
    Optional<Instant> last(CustomerId customer, int reader);

    /** Notes that a reader is asked to open its door. */
    void put(CustomerId customer, int reader, Instant at);
}
