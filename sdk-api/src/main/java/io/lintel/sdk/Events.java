package io.lintel.sdk;

import io.lintel.sdk.command.Scope;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.RecordedChange;
import java.util.List;

/** What happened: the audit trail. Thread-safe; fails like {@link Manager}. */
public final class Events {

    private final Session session;

    Events(Session session) {
        this.session = session;
    }

    /** A customer's audit trail by number, after a number. */
    public List<RecordedChange> audit(CustomerId customer, long after, int limit) {
        return session.page(
                Action.SEE_EVENTS,
                Scope.of(customer),
                limit,
                unit -> unit.journal().audit(customer, after, limit));
    }
}
