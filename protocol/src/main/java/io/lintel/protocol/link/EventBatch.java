package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import java.util.List;

/**
 * Consecutive events of one reader. A number that is missing between two batches stands for an event that the reader could
 * not keep.
 *
 * @param series names the reader's counting, {@value #SERIES_SIZE_BYTES} octets: another one counts from 1 again
 * @param first the number of the first event, 1 to 2^63 - 65
 * @param events 0 to {@value #MAX_SIZE} events
 */
public record EventBatch(Bytes series, long first, List<DoorEvent> events) {
    /** The size of a series' name in octets. */
    public static final int SERIES_SIZE_BYTES = 8;

    /** The most events of a batch. */
    public static final int MAX_SIZE = LinkWire.MAX_EVENTS;

    /** Refuses values out of bounds with {@link IllegalArgumentException}. */
    public EventBatch {
        events = List.copyOf(events);
        if (series.size() != SERIES_SIZE_BYTES || events.size() > MAX_SIZE) {
            throw new IllegalArgumentException(
                    "a batch has a series of " + SERIES_SIZE_BYTES + " octets and at most " + MAX_SIZE + " events");
        }
        if (first < 1 || first > Long.MAX_VALUE - MAX_SIZE) {
            throw new IllegalArgumentException("events are numbered from 1");
        }
    }

    /** Returns the number of the last event; one less than {@link #first()} where there is none. */
    public long last() {
        return first + events.size() - 1;
    }
}
