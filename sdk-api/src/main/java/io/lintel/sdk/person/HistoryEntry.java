package io.lintel.sdk.person;

import io.lintel.sdk.access.AccessRecord;
import io.lintel.sdk.model.RecordedChange;
import java.time.Instant;

/** Something that happened to a person's credentials. */
public sealed interface HistoryEntry {

    /** Returns when it happened: at a door by the reader's clock. */
    Instant at();

    /** Returns when the manager got to know it, which is what histories are ordered by. */
    Instant known();

    /**
     * A phone of the person was at a door.
     *
     * @param access the reader's decision
     */
    record Access(AccessRecord access) implements HistoryEntry {
        @Override
        public Instant at() {
            return access.at();
        }

        @Override
        public Instant known() {
            return access.received();
        }
    }

    /**
     * The person or one of the credentials changed.
     *
     * @param change as the audit trail tells it
     */
    record Lifecycle(RecordedChange change) implements HistoryEntry {
        @Override
        public Instant at() {
            return change.change().at();
        }

        @Override
        public Instant known() {
            return change.change().at();
        }
    }
}
