package io.lintel.transport.session;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The end of a thread that a server has: whoever stops the server may give the reader's memory to another reader then. */
public final class Ending {
    private static final Logger log = LoggerFactory.getLogger(Ending.class);

    /** Longer than a disk takes that works; one that does not must not keep a server from stopping. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private Ending() {}

    /**
     * Lets {@code thread} finish what it was given, and returns when it has, or after five seconds. An interrupt ends the wait
     * and stays set.
     */
    public static void of(ExecutorService thread) {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("A thread of a reader's server is still at work; its disk may not come back");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
