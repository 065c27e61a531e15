package io.lintel.store.sql;

import io.lintel.sdk.model.ManagerException.StoreFailure;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongUnaryOperator;

/**
 * Group commit: callers queue, one of them leads, runs everybody's work in one transaction, and wakes the others when it
 * has committed. While it commits, the next batch gathers. The queue is first in, first out.
 *
 * <p>Callers that have their answers mostly come back at once with their next work. So a leader waits for them, for a
 * fraction of what the last batch took; else busy callers would fall apart into two halves that take turns, and each commit
 * would serve half of them. A caller alone waits for nobody.
 *
 * <p>There is no thread of its own: the leader is a caller. A caller that was interrupted waits all the same, for it has to
 * learn whether its work was done.
 */
final class Lane {

    /** More callers than this are told to come back. */
    static final int MAX_WAITING = 4096;

    private static final Duration RETRY = Duration.ofSeconds(1);

    /** Of the last batch's time, what a leader waits at most for those who were in it. */
    private static final int PATIENCE_DIVISOR = 4;

    private static final long LONGEST_PATIENCE_NANOS = Duration.ofMillis(2).toNanos();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition company = lock.newCondition();
    private final Queue<Seat> queue = new ArrayDeque<>();
    private final int maxBatch;
    private final Consumer<List<Work<?>>> runner;
    private final LongUnaryOperator patience;
    private boolean isLed;

    /** How many callers there were when the last batch ended: those in it, and those who waited. */
    private int expected;

    private long patienceNanos;

    /**
     * A lane without callers.
     *
     * @param maxBatch how many works share a commit at most
     * @param runner gives each work of a batch its outcome; when it returns, those that succeeded are durable
     */
    Lane(int maxBatch, Consumer<List<Work<?>>> runner) {
        this(maxBatch, runner, nanos -> Math.min(LONGEST_PATIENCE_NANOS, nanos / PATIENCE_DIVISOR));
    }

    /**
     * A lane without callers.
     *
     * @param patience how long a leader waits for company at most, after a batch that took so many nanoseconds
     */
    Lane(int maxBatch, Consumer<List<Work<?>>> runner, LongUnaryOperator patience) {
        this.maxBatch = maxBatch;
        this.runner = runner;
        this.patience = patience;
    }

    /** A work and where its caller waits. */
    private record Seat(Work<?> work, Condition turn) {}

    <T> T run(Function<UnitOfWork, T> task) {
        return run(new Work<>(Optional.empty(), task));
    }

    <T> T run(Work<T> work) {
        if (waitUntilLedOrLeading(work)) {
            lead(work);
        }
        return work.outcome();
    }

    /** How many callers wait for a batch that has not begun. */
    int waiting() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }

    /** Returns true where the caller has to lead, false where its work is settled. */
    private boolean waitUntilLedOrLeading(Work<?> work) {
        lock.lock();
        try {
            if (queue.size() >= MAX_WAITING) {
                throw StoreFailure.busy(
                        "more than " + MAX_WAITING + " commands wait for the database; try again",
                        RETRY,
                        new RejectedExecutionException("the queue is full"));
            }
            Seat seat = new Seat(work, lock.newCondition());
            queue.add(seat);
            if (queue.size() >= expected) {
                company.signal();
            }
            while (isLed && !work.isSettled()) {
                seat.turn().awaitUninterruptibly();
            }
            if (work.isSettled()) {
                return false;
            }
            isLed = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Runs batches until the leader's own work is settled, which is soon: the queue keeps its order. */
    private void lead(Work<?> own) {
        // A driver may take an interruption for the end of its connection.
        boolean interrupted = Thread.interrupted();
        try {
            while (!own.isSettled()) {
                interrupted |= gather();
                List<Seat> batch = take();
                long begun = System.nanoTime();
                try {
                    runner.accept(batch.stream().<Work<?>>map(Seat::work).toList());
                } catch (RuntimeException | Error e) {
                    batch.forEach(seat -> seat.work().fail(e));
                } finally {
                    settle(batch, System.nanoTime() - begun);
                }
            }
        } finally {
            handOver();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for those who are likely to come; returns whether that was interrupted. */
    private boolean gather() {
        lock.lock();
        try {
            long left = patienceNanos;
            while (left > 0 && queue.size() < Math.min(expected, maxBatch)) {
                left = company.awaitNanos(left);
            }
            return false;
        } catch (InterruptedException e) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    private List<Seat> take() {
        lock.lock();
        try {
            List<Seat> batch = new ArrayList<>();
            while (batch.size() < maxBatch && !queue.isEmpty()) {
                batch.add(queue.remove());
            }
            return batch;
        } finally {
            lock.unlock();
        }
    }

    private void settle(List<Seat> batch, long nanos) {
        lock.lock();
        try {
            expected = batch.size() + queue.size();
            patienceNanos = patience.applyAsLong(nanos);
            for (Seat seat : batch) {
                seat.work().settle();
                seat.turn().signal();
            }
        } finally {
            lock.unlock();
        }
    }

    private void handOver() {
        lock.lock();
        try {
            isLed = false;
            Seat next = queue.peek();
            if (next != null) {
                next.turn().signal();
            }
        } finally {
            lock.unlock();
        }
    }
}
