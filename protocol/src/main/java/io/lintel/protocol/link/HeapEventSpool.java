package io.lintel.protocol.link;

import io.lintel.crypto.Bytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/** Events in memory: a restart loses what the manager does not have, and begins another series. */
final class HeapEventSpool implements EventSpool {
    private final int capacity;
    private final Supplier<Bytes> names;
    private final Deque<DoorEvent> events = new ArrayDeque<>();
    private Bytes series;
    private long last;

    HeapEventSpool(int capacity, Supplier<Bytes> names) {
        if (capacity < 1) {
            throw new IllegalArgumentException("a spool keeps at least one event");
        }
        this.capacity = capacity;
        this.names = names;
        this.series = names.get();
    }

    @Override
    public synchronized void add(DoorEvent event) {
        if (events.size() == capacity) {
            events.removeFirst();
        }
        events.addLast(event);
        last++;
    }

    @Override
    public synchronized EventBatch oldest() {
        return new EventBatch(
                series,
                last - events.size() + 1,
                events.stream().limit(EventBatch.MAX_SIZE).toList());
    }

    @Override
    public synchronized void forget(long upTo) {
        while (!events.isEmpty() && last - events.size() + 1 <= upTo) {
            events.removeFirst();
        }
    }

    @Override
    public synchronized long last() {
        return last;
    }

    @Override
    public synchronized void renew() {
        series = names.get();
        last = events.size();
    }
}
