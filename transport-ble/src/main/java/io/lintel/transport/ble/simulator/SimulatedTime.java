package io.lintel.transport.ble.simulator;

import io.lintel.transport.ble.Alarm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;

/** Time that passes only from one thing to do to the next. Not thread-safe: a simulation is one thread. */
public final class SimulatedTime {
    private final PriorityQueue<Due> agenda = new PriorityQueue<>();
    private Instant now;
    private long order;

    /** Time that begins at {@code start}. */
    public SimulatedTime(Instant start) {
        this.now = start;
    }

    /** What time it is. */
    public Instant now() {
        return now;
    }

    /** Does {@code task} after {@code delay}, behind what was put there for the same time before; returns what calls it off. */
    public Runnable after(Duration delay, Runnable task) {
        Due due = new Due(now.plus(delay), order++, task);
        agenda.add(due);
        return () -> agenda.remove(due);
    }

    /** Goes on to the next thing to do and does it; returns whether there was one. */
    public boolean step() {
        Due due = agenda.poll();
        if (due == null) {
            return false;
        }
        now = due.at();
        due.task().run();
        return true;
    }

    /** Steps until a condition holds or {@code limit} has passed; returns whether it holds. */
    public boolean runUntil(BooleanSupplier condition, Duration limit) {
        Instant end = now.plus(limit);
        while (!condition.getAsBoolean()) {
            Due next = agenda.peek();
            if (next == null || next.at().isAfter(end)) {
                now = end;
                return condition.getAsBoolean();
            }
            step();
        }
        return true;
    }

    /** This time as a platform's timer. */
    public Alarm alarm() {
        return this::after;
    }

    /** This time as a clock. */
    public Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
    }

    private record Due(Instant at, long order, Runnable task) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = at.compareTo(other.at);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }
}
