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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one {@link MessageSession} with what its channel sees: open, message, deadline, gone.
 *
 * <p>The session decides; this handler only carries. One message is worked on at a time, and each is at most one cold
 * tap's work, so an event loop is never held longer than that.
 */
public final class MessageSessionHandler extends SimpleChannelInboundHandler<Bytes> {
    private static final Logger log = LoggerFactory.getLogger(MessageSessionHandler.class);

    private final MessageSession session;
    private final InstantSource clock;
    private final TransportMetrics metrics;

    private Progress progress = Progress.WAITING;
    private boolean draining;
    private @Nullable Instant scheduledFor;
    private @Nullable ScheduledFuture<?> alarm;

    private enum Progress {
        WAITING,
        OPEN,
        ENDED
    }

    /** A handler for one channel. */
    public MessageSessionHandler(MessageSession session, InstantSource clock, TransportMetrics metrics) {
        this.session = session;
        this.clock = clock;
        this.metrics = metrics;
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
            session.disconnected(clock.instant());
        }
        ctx.fireChannelInactive();
    }

    private void step(ChannelHandlerContext ctx, Event event) {
        if (progress != Progress.OPEN) {
            return; // what arrives behind an end changes nothing
        }
        ChannelOutbox outbox = new ChannelOutbox(ctx);
        try {
            event.happen(clock.instant(), outbox);
        } catch (RuntimeException failure) {
            fail(ctx, failure);
            return;
        }
        if (draining && session.isSettled()) {
            outbox.end();
        }
        outbox.flush();
        if (outbox.ended) {
            progress = Progress.ENDED;
            silence();
        } else {
            schedule(ctx);
        }
    }

    /** Fails closed: what the failed step had to say is not said. */
    private void fail(ChannelHandlerContext ctx, RuntimeException failure) {
        progress = Progress.ENDED;
        silence();
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

    /** The injected clock, not the timer, says whether the deadline has passed. */
    private void ring(ChannelHandlerContext ctx) {
        Instant due = scheduledFor;
        scheduledFor = null;
        if (due == null || progress != Progress.OPEN) {
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
        private boolean written;
        private boolean ended;

        ChannelOutbox(ChannelHandlerContext ctx) {
            this.ctx = ctx;
        }

        @Override
        public void send(Bytes message) {
            if (ended) {
                throw new IllegalStateException("a session may send nothing after its end");
            }
            written = true;
            ctx.write(message);
        }

        @Override
        public void end() {
            ended = true;
        }

        void flush() {
            if (ended) {
                // An empty write behind the others: its completion means that all of them have left.
                ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
            } else if (written) {
                ctx.flush();
            }
        }
    }
}
