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

    /** Events that were not delivered yet, by number, from the one after {@code after} on. */
    List<RecordedChange> outbox(CustomerId customer, long after, int limit);
}
