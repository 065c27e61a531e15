package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one {@link MessageSession} with what its channel sees: open, message, deadline, gone.
 *
 * <p>The session decides; this handler only carries. One event is worked on at a time, in order. Each is at most one cold tap's work,
 * and the event loop does it. What a session leaves for {@linkplain Outbox#later later} may wait for a disk, as a courier's list does:
 * workers do it where there are any, so that nobody else's tap waits for it, and what happens meanwhile comes behind it.
 */
public final class MessageSessionHandler extends SimpleChannelInboundHandler<Bytes> {
    private static final Logger log = LoggerFactory.getLogger(MessageSessionHandler.class);

    private final MessageSession session;
    private final InstantSource clock;
    private final TransportMetrics metrics;
    private final Optional<Executor> workers;
    private final Queue<Event> waiting = new ArrayDeque<>();

    private Progress progress = Progress.WAITING;
    private boolean atWork;
    private boolean draining;
    private @Nullable Instant scheduledFor;
    private @Nullable ScheduledFuture<?> alarm;

    private enum Progress {
        WAITING,
        OPEN,
        ENDED
    }

    /** A handler for one channel, which does everything on the channel's event loop. */
    public MessageSessionHandler(MessageSession session, InstantSource clock, TransportMetrics metrics) {
        this(session, clock, metrics, Optional.empty());
    }

    /**
     * A handler for one channel.
     *
     * @param workers do what the session leaves for later; of each channel they have one piece of work at a time
     */
    public MessageSessionHandler(
            MessageSession session, InstantSource clock, TransportMetrics metrics, Optional<Executor> workers) {
        this.session = session;
        this.clock = clock;
        this.metrics = metrics;
        this.workers = workers;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        progress = Progress.OPEN;
        step(ctx, (now, outbox) -> session.opened(now, outbox));
        ctx.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Bytes message) {
        step(ctx, (now, outbox) -> session.received(message, now, outbox));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelSignal.DRAIN) {
            draining = true;
            step(ctx, (now, outbox) -> {});
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        boolean wasOpened = progress != Progress.WAITING;
        progress = Progress.ENDED;
        silence();
        if (wasOpened) {
            waiting.clear();
            take(ctx, (now, outbox) -> session.disconnected(now));
        }
        ctx.fireChannelInactive();
    }

    private void step(ChannelHandlerContext ctx, Event event) {
        if (progress == Progress.OPEN) { // what arrives behind an end changes nothing
            take(ctx, event);
        }
    }

    private void take(ChannelHandlerContext ctx, Event event) {
        waiting.add(event);
        work(ctx);
    }

    private void work(ChannelHandlerContext ctx) {
        while (!atWork && !waiting.isEmpty()) {
            finish(ctx, happen(ctx, waiting.remove()));
        }
    }

    private ChannelOutbox happen(ChannelHandlerContext ctx, Event event) {
        ChannelOutbox outbox = new ChannelOutbox(ctx);
        try {
            event.happen(clock.instant(), outbox);
        } catch (RuntimeException | Error failure) { // on a worker nobody else would close the channel
            outbox.failure = failure;
        }
        return outbox;
    }

    /** Whatever comes from here on waits for that work, and so does the end of a channel which closes as this is said. */
    private void leave(ChannelHandlerContext ctx, ChannelOutbox outbox, Outbox.Work work) {
        atWork = true;
        outbox.flush();
        if (workers.isPresent()) {
            try {
                workers.get().execute(() -> comeBack(ctx, happen(ctx, work::happen)));
                return;
            } catch (RejectedExecutionException stopped) {
                // Nobody else does it.
            }
        }
        ChannelOutbox done = happen(ctx, work::happen);
        atWork = false;
        finish(ctx, done);
    }

    private void comeBack(ChannelHandlerContext ctx, ChannelOutbox outbox) {
        try {
            ctx.executor().execute(() -> {
                atWork = false;
                finish(ctx, outbox);
                work(ctx);
            });
        } catch (RejectedExecutionException stopped) {
            // The event loop has ended, and with it the channel: what waits now is that the session hears of it.
            waiting.forEach(event -> happen(ctx, event));
        }
    }

    private void finish(ChannelHandlerContext ctx, ChannelOutbox outbox) {
        if (outbox.failure != null) {
            fail(ctx, outbox.failure);
        } else if (progress == Progress.OPEN && outbox.work != null) {
            leave(ctx, outbox, outbox.work);
        } else if (progress == Progress.OPEN) {
            if (draining && session.isSettled()) {
                outbox.end();
            }
            outbox.flush();
            if (outbox.ended) {
                end();
            } else {
                schedule(ctx);
            }
        }
    }

    /** What waits has come too late, unless it is that the channel has gone. */
    private void end() {
        if (progress == Progress.OPEN) {
            progress = Progress.ENDED;
            waiting.clear();
            silence();
        }
    }

    /** Fails closed: what the failed step had to say is not said. */
    private void fail(ChannelHandlerContext ctx, Throwable failure) {
        end();
        metrics.count(TransportEvent.OWN_FAILURE);
        log.error("A session failed on our own side; its channel closes", failure);
        ctx.close();
    }

    private void schedule(ChannelHandlerContext ctx) {
        Optional<Instant> deadline = session.deadline();
        if (deadline.isEmpty()) {
            silence();
        } else if (!deadline.get().equals(scheduledFor)) {
            silence();
            scheduledFor = deadline.get();
            long delayNanos = nanosUntil(deadline.get());
            alarm = ctx.executor().schedule(() -> ring(ctx), delayNanos, TimeUnit.NANOSECONDS);
        }
    }

    /**
     * The injected clock, not the timer, says whether the deadline has passed. A session at work is not asked: its deadline
     * may be another when it comes back, and is scheduled then.
     */
    private void ring(ChannelHandlerContext ctx) {
        Instant due = scheduledFor;
        scheduledFor = null;
        if (due == null || atWork || progress != Progress.OPEN) {
            return;
        }
        if (clock.instant().isBefore(due)) {
            schedule(ctx);
        } else {
            step(ctx, (now, outbox) -> session.expired(now, outbox));
        }
    }

    private long nanosUntil(Instant deadline) {
        Instant now = clock.instant();
        if (!now.isBefore(deadline)) {
            return 0;
        }
        Duration longest = Duration.ofDays(1);
        Duration wait = Duration.between(now, deadline);
        return (wait.compareTo(longest) > 0 ? longest : wait).toNanos();
    }

    private void silence() {
        scheduledFor = null;
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }

    @FunctionalInterface
    private interface Event {
        void happen(Instant now, Outbox outbox);
    }

    private static final class ChannelOutbox implements Outbox {
        private final ChannelHandlerContext ctx;
        private final List<Bytes> messages = new ArrayList<>();
        private boolean ended;

        @Nullable
        Work work;

        @Nullable
        Throwable failure;

        ChannelOutbox(ChannelHandlerContext ctx) {
            this.ctx = ctx;
        }

        @Override
        public void send(Bytes message) {
            if (ended) {
                throw new IllegalStateException("a session may send nothing after its end");
            }
            messages.add(message);
        }

        @Override
        public void end() {
            if (work != null) {
                throw new IllegalStateException("a session that leaves work ends behind it");
            }
            ended = true;
        }

        @Override
        public void later(Work left) {
            if (ended || work != null) {
                throw new IllegalStateException("a session leaves one piece of work at a time, and none at its end");
            }
            work = left;
        }

        /** Says all of it, on the event loop. */
        void flush() {
            messages.forEach(ctx::write);
            if (ended) {
                // An empty write behind the others: its completion means that all of them have left.
                ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            } else if (!messages.isEmpty()) {
                ctx.flush();
            }
        }
    }
}
