package io.lintel.store.sql;

import io.lintel.sdk.model.ManagerException.StoreFailure;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Group commit: callers queue, one of them leads, runs everybody's work in one transaction, and wakes the others when it
 * has committed. While it commits, the next batch gathers. The queue is first in, first out.
 *
 * <p>There is no thread of its own: the leader is a caller. A caller that was interrupted waits all the same, for it has to
 * learn whether its work was done.
 */
final class Lane {

    /** More callers than this are told to come back. */
    static final int MAX_WAITING = 4096;

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final ReentrantLock lock = new ReentrantLock();
    private final Queue<Seat> queue = new ArrayDeque<>();
    private final int maxBatch;
    private final Consumer<List<Work<?>>> runner;
    private boolean isLed;

    /**
     * A lane without callers.
     *
     * @param maxBatch how many works share a commit at most
     * @param runner gives each work of a batch its outcome; when it returns, those that succeeded are durable
     */
    Lane(int maxBatch, Consumer<List<Work<?>>> runner) {
        this.maxBatch = maxBatch;
        this.runner = runner;
    }

    /** A work and where its caller waits. */
    private record Seat(Work<?> work, Condition turn) {}

    <T> T run(Function<UnitOfWork, T> task) {
        Work<T> work = new Work<>(task);
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
                List<Seat> batch = take();
                try {
                    runner.accept(batch.stream().<Work<?>>map(Seat::work).toList());
                } catch (RuntimeException | Error e) {
                    batch.forEach(seat -> seat.work().fail(e));
                } finally {
                    settle(batch);
                }
            }
        } finally {
            handOver();
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
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

    private void settle(List<Seat> batch) {
        lock.lock();
        try {
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
