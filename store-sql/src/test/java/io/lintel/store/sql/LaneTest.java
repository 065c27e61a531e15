package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Callers that queue, without a database. */
class LaneTest {

    private final ExecutorService callers = Executors.newCachedThreadPool();

    /** The sizes of the batches that were run. */
    private final List<Integer> batches = Collections.synchronizedList(new ArrayList<>());

    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    /** Runs works without a unit, none beside another. */
    private void run(List<Work<?>> works) {
        assertEquals(1, running.incrementAndGet(), "batches at once");
        batches.add(works.size());
        works.forEach(work -> work.run(null));
        running.decrementAndGet();
    }

    @Test
    void everyCallerGetsItsOwnResult() throws Exception {
        Lane lane = new Lane(8, this::run);
        List<Future<Integer>> results = new ArrayList<>();
        for (int caller = 0; caller < 200; caller++) {
            int own = caller;
            results.add(callers.submit(() -> lane.run(Optional.empty(), unit -> own)));
        }

        for (int caller = 0; caller < 200; caller++) {
            assertEquals(caller, results.get(caller).get());
        }
        assertEquals(200, batches.stream().mapToInt(Integer::intValue).sum());
        assertTrue(batches.stream().allMatch(size -> size <= 8));
    }

    @Test
    void thoseThatWaitShareTheNextBatchInTheirOrder() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Lane lane = new Lane(64, this::run);
        Future<Integer> first = callers.submit(() -> lane.run(Optional.empty(), unit -> {
            begun.countDown();
            await(goOn);
            return 0;
        }));
        begun.await();
        List<Integer> order = new ArrayList<>();
        List<Future<Integer>> others = new ArrayList<>();
        for (int caller = 1; caller <= 10; caller++) {
            int own = caller;
            others.add(callers.submit(() -> lane.run(Optional.empty(), unit -> {
                order.add(own);
                return own;
            })));
            awaitWaiting(lane, caller);
        }
        goOn.countDown();

        assertEquals(0, first.get());
        for (Future<Integer> other : others) {
            other.get();
        }
        assertEquals(List.of(1, 10), batches);
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), order);
    }

    @Test
    void leaderWaitsForThoseWhoWereInTheLastBatch() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Lane lane = new Lane(64, this::run, nanos -> TimeUnit.MINUTES.toNanos(1));
        Future<Integer> twice = callers.submit(() -> {
            int first = lane.run(Optional.empty(), unit -> {
                begun.countDown();
                await(goOn);
                return 1;
            });
            return first + lane.run(Optional.empty(), unit -> 1);
        });
        begun.await();
        List<Future<Integer>> others = new ArrayList<>();
        for (int caller = 1; caller <= 2; caller++) {
            others.add(callers.submit(() -> lane.run(Optional.empty(), unit -> 1)));
            awaitWaiting(lane, caller);
        }
        goOn.countDown();

        assertEquals(2, twice.get());
        for (Future<Integer> other : others) {
            assertEquals(1, other.get());
        }
        assertEquals(List.of(1, 3), batches);
    }

    @Test
    void callerThatWasInterruptedLearnsItsResultAndStaysInterrupted() throws Exception {
        Lane lane = new Lane(8, this::run);

        Future<Boolean> result = callers.submit(() -> {
            Thread.currentThread().interrupt();
            boolean seenInside =
                    lane.run(Optional.empty(), unit -> Thread.currentThread().isInterrupted());
            assertFalse(seenInside, "a driver would take it for the end of its connection");
            return Thread.interrupted();
        });

        assertTrue(result.get());
    }

    @Test
    void callerThatIsInterruptedWhileItWaitsLearnsItsResultAndStaysInterrupted() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Lane lane = new Lane(8, this::run);
        Future<Integer> first = callers.submit(() -> lane.run(Optional.empty(), unit -> {
            begun.countDown();
            await(goOn);
            return 1;
        }));
        begun.await();
        AtomicReference<Thread> waiting = new AtomicReference<>();
        Future<Boolean> second = callers.submit(() -> {
            waiting.set(Thread.currentThread());
            int result = lane.run(Optional.empty(), unit -> 2);
            return result == 2 && Thread.interrupted();
        });
        awaitWaiting(lane, 1);
        waiting.get().interrupt();
        goOn.countDown();

        assertEquals(1, first.get());
        assertTrue(second.get());
    }

    @Test
    void nobodyIsForgottenHoweverCallersComeAndGo() throws Exception {
        Lane lane = new Lane(3, this::run);
        List<Future<Integer>> sums = new ArrayList<>();
        for (int caller = 0; caller < 8; caller++) {
            sums.add(callers.submit(() -> {
                int sum = 0;
                for (int call = 0; call < 2000; call++) {
                    int own = call;
                    int result = lane.run(Optional.empty(), unit -> own);
                    sum += result;
                }
                return sum;
            }));
        }

        for (Future<Integer> sum : sums) {
            assertEquals(2000 * 1999 / 2, sum.get());
        }
        assertEquals(8 * 2000, batches.stream().mapToInt(Integer::intValue).sum());
        assertEquals(0, lane.waiting());
    }

    @Test
    void runnerThatThrowsFailsItsBatchAndNoLaterOne() {
        AtomicInteger calls = new AtomicInteger();
        Lane lane = new Lane(8, works -> {
            if (calls.incrementAndGet() == 1) {
                throw new IllegalStateException("out of luck");
            }
            run(works);
        });

        assertThrows(IllegalStateException.class, () -> lane.run(Optional.empty(), unit -> 1));
        assertEquals("second", lane.run(Optional.empty(), unit -> "second"));
    }

    @Test
    void errorOfOneCallerReachesItAlone() {
        Lane lane = new Lane(
                8,
                works -> works.forEach(work -> {
                    try {
                        work.run(null);
                    } catch (StackOverflowError e) {
                        work.fail(e);
                    }
                }));

        assertThrows(
                StackOverflowError.class,
                () -> lane.run(Optional.empty(), unit -> {
                    throw new StackOverflowError();
                }));
        assertEquals("next", lane.run(Optional.empty(), unit -> "next"));
    }

    private static void awaitWaiting(Lane lane, int count) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (lane.waiting() < count) {
            assertTrue(System.nanoTime() < deadline, "a caller did not queue");
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
