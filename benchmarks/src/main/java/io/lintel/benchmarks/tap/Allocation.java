package io.lintel.benchmarks.tap;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/** Counts the octets that this thread allocates. */
final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private long from;
    private long sum;

    /** Counts from here. */
    void begin() {
        from = THREADS.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    /** Counts no further. */
    void end() {
        sum += THREADS.getThreadAllocatedBytes(Thread.currentThread().getId()) - from;
    }

    /** Returns what was counted for each of some operations, and begins anew. */
    long perOperation(int operations) {
        long counted = sum / operations;
        sum = 0;
        return counted;
    }
}
