package io.lintel.benchmarks.results;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * How much of the machine a run had to itself.
 *
 * @param load the system's load average over a minute, or less than 0 where it has none
 * @param share the part of all processors that threads got which wanted all of them
 */
record Quietness(double load, double share) {
    /** Below this, others were at work. */
    static final double QUIET = 0.95;

    private static final long PROBE_NANOS = 400_000_000;

    /** Looks now; takes less than a second. */
    static Quietness now() throws InterruptedException {
        double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
        int processors = Runtime.getRuntime().availableProcessors();
        AtomicLong got = new AtomicLong();
        Thread[] threads = IntStream.range(0, processors)
                .mapToObj(each -> new Thread(() -> got.addAndGet(spin()), "probe"))
                .toArray(Thread[]::new);
        long begin = System.nanoTime();
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Quietness(load, Math.min(1, got.get() / (double) (System.nanoTime() - begin) / processors));
    }

    /** Returns the look at which others had most. */
    static Quietness worst(List<Quietness> looks) {
        return Collections.min(looks, Comparator.comparingDouble(Quietness::share));
    }

    private static long spin() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long begin = threads.getCurrentThreadCpuTime();
        long until = System.nanoTime() + PROBE_NANOS;
        while (System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        return threads.getCurrentThreadCpuTime() - begin;
    }

    boolean isQuiet() {
        return share >= QUIET;
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "load average %s, %.0f %% of the processors to be had",
                load < 0 ? "unknown" : String.format(Locale.ROOT, "%.2f", load),
                100 * share);
    }

    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("loadAverage", load);
        facts.put("share", share);
        facts.put("quiet", isQuiet());
        return facts;
    }
}
