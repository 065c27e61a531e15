package io.lintel.fuzzing;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * How much memory a parser asks for, in all and not at once: a message that makes a side ask for more than its own size
 * explains is an attack on it.
 */
public final class Allocation {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Allocation() {}

    /**
     * Does something twice where the first time takes too much, because classes are loaded then.
     *
     * @param most octets that it may ask for
     * @throws AssertionError where it asks for more each time
     */
    public static <T> T bounded(long most, Supplier<T> work) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        T result = work.get();
        if (THREADS.getCurrentThreadAllocatedBytes() - before <= most) {
            return result;
        }
        before = THREADS.getCurrentThreadAllocatedBytes();
        T again = work.get();
        long taken = THREADS.getCurrentThreadAllocatedBytes() - before;
        if (taken > most) {
            throw new AssertionError(taken + " octets of memory asked for, where " + most + " are enough");
        }
        return again;
    }
}
