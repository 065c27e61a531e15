package io.lintel.benchmarks.load;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;

/** How many connections this process may have; its server's process inherits the limit. */
final class FileDescriptors {
    /** What a process has open besides, and what taps need meanwhile. */
    private static final int SPARE = 600;

    private FileDescriptors() {}

    /** Returns as many idle sessions as are wanted, or as the system allows. */
    static int affordable(int wanted) {
        return (int) Math.max(0, Math.min(wanted, limit() - SPARE));
    }

    static long limit() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return system instanceof UnixOperatingSystemMXBean unix ? unix.getMaxFileDescriptorCount() : Integer.MAX_VALUE;
    }
}
