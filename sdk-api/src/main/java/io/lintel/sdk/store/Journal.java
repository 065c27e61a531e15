package io.lintel.sdk.store;

import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RecordedChange;
import java.util.List;

/** The audit trail, and the outbox of events for others. Both get every change, in the unit that makes it. */
public interface Journal {

    /** Adds one audit row and one outbox row. */
    void append(Change change);

    /** The audit trail by number, from the one after {@code after} on. */
    List<RecordedChange> audit(CustomerId customer, long after, int limit);

    /** Events by number, from the one after {@code after} on. None comes later with a lower number. */
    List<RecordedChange> outbox(CustomerId customer, long after, int limit);

    /** The number of the newest change, 0 for none. */
    long newest(CustomerId customer);
}
