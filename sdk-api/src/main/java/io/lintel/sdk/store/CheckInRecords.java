package io.lintel.sdk.store;

import io.lintel.sdk.checkin.LastCheckIn;
import io.lintel.sdk.model.CustomerId;
import java.util.Optional;

/** The newest check-in of each credential. */
public interface CheckInRecords {

    /** A credential's newest check-in; empty before the first. */
    Optional<LastCheckIn> last(CustomerId customer, long serial);

    /** Keeps a check-in in place of the one before. */
    void put(LastCheckIn checkIn);
}
