package io.lintel.transport.session;

import io.lintel.protocol.reader.Reader;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does between taps what a reader can do ahead of them, on a thread that no tap waits for. */
public final class ReaderMaintenance implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ReaderMaintenance.class);
    private static final Duration PERIOD = Duration.ofMillis(200);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("lintel-reader-maintenance", true));

    private ReaderMaintenance() {}

    /** Maintains {@code reader} until it is closed. */
    public static ReaderMaintenance of(Reader reader, InstantSource clock) {
        ReaderMaintenance maintenance = new ReaderMaintenance();
        maintenance.thread.scheduleWithFixedDelay(
                () -> maintenance.maintain(reader, clock), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
        return maintenance;
    }

    private void maintain(Reader reader, InstantSource clock) {
        try {
            boolean done = false;
            while (!done && !thread.isShutdown()) {
                done = reader.maintain(clock.instant());
            }
        } catch (RuntimeException failure) {
            log.error("A reader's maintenance failed; it is tried again", failure);
        }
    }

    /** Returns when the reader is maintained no more, or after five seconds. */
    @Override
    public void close() {
        Ending.of(thread);
    }
}
