package io.lintel.transport.tcp;

import io.netty.channel.ChannelHandlerContext;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Rings on a channel's event loop when a session's deadline has passed. Used on that event loop alone. */
final class LinkAlarm {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final InstantSource clock;
    private @Nullable Instant setFor;
    private @Nullable ScheduledFuture<?> alarm;

    LinkAlarm(InstantSource clock) {
        this.clock = clock;
    }

    /** Rings once at a deadline, in place of any before. The session says itself whether it has passed. */
    void set(ChannelHandlerContext ctx, Instant deadline, Runnable ring) {
        if (deadline.equals(setFor)) {
            return;
        }
        silence();
        Instant now = clock.instant();
        Duration wait = Duration.ZERO;
        if (now.isBefore(deadline)) {
            wait = deadline.isBefore(now.plus(LONGEST)) ? Duration.between(now, deadline) : LONGEST;
        }
        setFor = deadline;
        alarm = ctx.executor()
                .schedule(
                        () -> {
                            setFor = null;
                            ring.run();
                        },
                        wait.toNanos(),
                        TimeUnit.NANOSECONDS);
    }

    void silence() {
        setFor = null;
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
