package io.lintel.transport.tcp;

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for something that another thread brings about. */
final class Await {
    private static final long DEADLINE_NANOS = 120_000_000_000L;
    private static final long POLL_NANOS = 5_000_000L;

    private Await() {}

    static void until(BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > DEADLINE_NANOS) {
                throw new AssertionError("what was waited for did not happen");
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
    }
}
