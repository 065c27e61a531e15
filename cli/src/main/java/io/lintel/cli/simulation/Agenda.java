package io.lintel.cli.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.PriorityQueue;

/** Time, which passes only from one event to the next. Events of one instant happen in the order of their noting. */
final class Agenda {
    private record Entry(Instant at, long number, Runnable event) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            int order = at.compareTo(other.at);
            return order == 0 ? Long.compare(number, other.number) : order;
        }
    }

    private final PriorityQueue<Entry> entries = new PriorityQueue<>();
    private long noted;
    private Instant now;

    Agenda(Instant start) {
        this.now = start;
    }

    Instant now() {
        return now;
    }

    /** Notes an event; one that is due already happens next. */
    void at(Instant time, Runnable event) {
        entries.add(new Entry(time.isBefore(now) ? now : time, ++noted, event));
    }

    void in(Duration time, Runnable event) {
        at(now.plus(time), event);
    }

    /** Lets everything happen that is due before an instant, which then is now. */
    void runUntil(Instant end) {
        while (!entries.isEmpty() && entries.element().at().isBefore(end)) {
            Entry next = entries.remove();
            now = next.at();
            next.event().run();
        }
        now = end;
    }
}
