package io.lintel.sdk.store;

import io.lintel.protocol.reader.DoorBehaviour;
import io.lintel.sdk.model.CustomerId;
import java.util.Optional;

/**
 * How the doors of a site behave, as it is registered and as it was published. {@link RegistrationRecords} counts what waits
 * here as pending, and publishes it.
 */
public interface ReaderProjectRecords {

    /** What is registered; empty before the first edit. */
    Optional<DoorBehaviour> registered(CustomerId customer);

    /** What was published; empty before the first publication of an edit. */
    Optional<DoorBehaviour> published(CustomerId customer);

    /** Replaces what is registered; the next publication brings it to readers. */
    void put(CustomerId customer, DoorBehaviour behaviour);
}
