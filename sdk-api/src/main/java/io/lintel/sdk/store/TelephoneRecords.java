package io.lintel.sdk.store;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.notification.PhoneNumber;
import java.util.Optional;

/** The telephones that people are told by. */
public interface TelephoneRecords {

    /** A person's telephone. */
    Optional<PhoneNumber> find(CustomerId customer, long person);

    /** Replaces a person's telephone; empty forgets it. */
    void put(CustomerId customer, long person, Optional<PhoneNumber> telephone);
}
