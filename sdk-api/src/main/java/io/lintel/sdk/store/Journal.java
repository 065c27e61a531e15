package io.lintel.sdk.store;

import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RecordedChange;
import java.util.List;
import java.util.Set;

/** The audit trail, and the outbox of events for others. Both get every change, in the unit that makes it. */
public interface Journal {

    /** Adds one audit row and one outbox row. */
    void append(Change change);

    /** The audit trail by number, from the one after {@code after} on. */
    List<RecordedChange> audit(CustomerId customer, long after, int limit);

    /**
     * Some changes of some things.
     *
     * @param kinds which changes
     * @param subjects of which things
     */
    record About(Set<Change.Kind> kinds, Set<String> subjects) {
        /** Copies both. */
        public About {
            kinds = Set.copyOf(kinds);
            subjects = Set.copyOf(subjects);
        }
    }

    /** Those of the audit trail that are about any of these, by number, from the one after {@code after} on. */
    List<RecordedChange> audit(CustomerId customer, List<About> any, long after, int limit);

    /** Events by number, from the one after {@code after} on. None comes later with a lower number. */
    List<RecordedChange> outbox(CustomerId customer, long after, int limit);

    /** The number of the newest change, 0 for none. */
    long newest(CustomerId customer);
}
