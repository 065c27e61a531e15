package io.lintel.benchmarks.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Threads that each make one call after another. */
final class Callers implements AutoCloseable {

    /** One call of one of them. */
    interface Call {
        void run(int caller) throws Exception;
    }

    private final int count;
    private final ExecutorService threads;

    Callers(int count) {
        this.count = count;
        threads = Executors.newFixedThreadPool(count);
    }

    /** How many calls a second all of them together make. */
    double perSecond(Duration time, Call call) throws Exception {
        long start = System.nanoTime();
        long end = start + time.toNanos();
        List<Callable<Integer>> loops = IntStream.range(0, count)
                .<Callable<Integer>>mapToObj(caller -> () -> loop(caller, end, call))
                .toList();
        long calls = 0;
        for (Future<Integer> loop : threads.invokeAll(loops)) {
            calls += loop.get();
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    /** Makes so many calls, shared among the threads. */
    void times(int calls, Call call) throws Exception {
        List<Callable<Integer>> shares = new ArrayList<>();
        for (int caller = 0; caller < count; caller++) {
            int own = caller;
            shares.add(() -> {
                for (int i = own; i < calls; i += count) {
                    call.run(own);
                }
                return own;
            });
        }
        for (Future<Integer> share : threads.invokeAll(shares)) {
            share.get();
        }
    }

    private static int loop(int caller, long end, Call call) throws Exception {
        int calls = 0;
        while (System.nanoTime() < end) {
            call.run(caller);
            calls++;
        }
        return calls;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
