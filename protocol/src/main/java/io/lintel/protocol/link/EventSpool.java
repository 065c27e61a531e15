package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;

/**
 * The port through which a reader keeps its events until the manager has them. Thread-safe: events come from the threads of
 * taps, batches go to the thread of the link.
 *
 * <p>Bounded: when it is full the oldest events leave, and the gap in the numbers tells the manager so. A number is never given
 * twice within a series; a spool that cannot know its last number begins another series.
 */
public interface EventSpool {
    /**
     * Takes an event. Returns soon: the door waits for it. What it takes survives the process, and soon a loss of power. Where
     * it throws, the event is lost and a number stays missing for it; the door need not stay shut for that.
     */
    void add(DoorEvent event);

    /**
     * Returns the oldest events that were not forgotten, at most {@link EventBatch#MAX_SIZE}. What it returns survives a loss of
     * power, so that no number is given again that the manager has seen.
     */
    EventBatch oldest();

    /** Forgets the events up to a number, which the manager has. */
    void forget(long last);

    /** Returns the number that was given last; 0 before the first. */
    long last();

    /**
     * Counts what is kept anew, as another series: the manager knows higher numbers of this one, so the spool was set back.
     */
    void renew();

    /** Returns a spool that lasts as long as the object, for readers without storage and for tests. */
    static EventSpool inMemory(int capacity, java.util.function.Supplier<Bytes> series) {
        return new HeapEventSpool(capacity, series);
    }
}
