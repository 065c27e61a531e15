package io.lintel.store.sql;

import io.lintel.sdk.model.ManagerException.StoreFailure;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.UnitOfWork;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
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
 *
 * <p>Why nobody leads beside another, and nobody is forgotten: under the lock, {@code isLed} is true whenever the queue holds
 * anybody. Who comes while it is false finds the queue empty, and leads; a leader that ends names the head of the queue, or,
 * where there is none, sets it to false. So each leader is the head of the queue, its batch holds its own work, and after one
 * batch it is done. Who does not lead is parked until its work is settled or it is named. Both are volatile and written before
 * it is unparked, and it looks again after it has parked; so it misses neither, and needs no lock to see them: a batch ends
 * without a queue for the lock. What the work came to was written before it was settled, and is read after.
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

    /** A work, whose caller waits on its own thread. */
    private static final class Seat {
        private final Work<?> work;
        private final Thread caller = Thread.currentThread();
        private volatile boolean isNamed;

        Seat(Work<?> work) {
            this.work = work;
        }

        boolean mayGo() {
            return isNamed || work.isSettled();
        }
    }

    /**
     * Runs a task together with others.
     *
     * @param command what the task will ask the command log for, where its caller says so
     */
    <T> T run(Optional<CommandLog.Key> command, Function<UnitOfWork, T> task) {
        Work<T> work = new Work<>(command, task);
        Seat seat = new Seat(work);
        if (enter(seat) || waitUntilNamed(seat)) {
            lead();
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

    /** Returns true where the caller has to lead. */
    private boolean enter(Seat seat) {
        lock.lock();
        try {
            if (queue.size() >= MAX_WAITING) {
                throw StoreFailure.busy(
                        "more than " + MAX_WAITING + " commands wait for the database; try again",
                        RETRY,
                        new RejectedExecutionException("the queue is full"));
            }
            queue.add(seat);
            if (isLed) {
                if (queue.size() >= wanted()) {
                    company.signal();
                }
                return false;
            }
            isLed = true;
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Returns true where the caller has to lead, false where its work is settled. */
    private boolean waitUntilNamed(Seat seat) {
        boolean interrupted = false;
        while (!seat.mayGo()) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !seat.work.isSettled();
    }

    /** Runs one batch, the caller's own work first in it. */
    private void lead() {
        // A driver may take an interruption for the end of its connection.
        boolean interrupted = Thread.interrupted();
        List<Seat> batch = List.of();
        long begun = System.nanoTime();
        try {
            interrupted |= gather();
            batch = take();
            begun = System.nanoTime();
            run(batch);
        } finally {
            batch.forEach(seat -> seat.work.settle());
            // Whoever leads next need not wait until this batch is awake.
            handOver(batch.size(), System.nanoTime() - begun).ifPresent(next -> LockSupport.unpark(next.caller));
            batch.forEach(seat -> LockSupport.unpark(seat.caller));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void run(List<Seat> batch) {
        try {
            runner.accept(batch.stream().<Work<?>>map(seat -> seat.work).toList());
        } catch (RuntimeException | Error e) {
            batch.forEach(seat -> seat.work.fail(e));
        }
    }

    /** How many callers a leader waits for. */
    private int wanted() {
        return Math.min(expected, maxBatch);
    }

    /** Waits for those who are likely to come; returns whether that was interrupted. */
    private boolean gather() {
        lock.lock();
        try {
            long left = patienceNanos;
            while (left > 0 && queue.size() < wanted()) {
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

    /** Names who leads next, where somebody waits. */
    private Optional<Seat> handOver(int served, long nanos) {
        lock.lock();
        try {
            expected = served + queue.size();
            patienceNanos = patience.applyAsLong(nanos);
            Optional<Seat> next = Optional.ofNullable(queue.peek());
            isLed = next.isPresent();
            next.ifPresent(seat -> seat.isNamed = true);
            return next;
        } finally {
            lock.unlock();
        }
    }
}
