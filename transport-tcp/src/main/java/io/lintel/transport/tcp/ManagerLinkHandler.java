package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.LinkStep;
import io.lintel.protocol.link.ManagerLink;
import io.lintel.transport.session.ChannelSignal;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportMetrics;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drives one {@link ManagerLink}, whose desk may block: each of its steps runs on a worker thread, one at a time, and nothing
 * more is read from the network meanwhile. Between its messages a link holds no thread.
 */
final class ManagerLinkHandler extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(ManagerLinkHandler.class);

    private final ManagerLink link;
    private final StandingLinks standing;
    private final Executor workers;
    private final InstantSource clock;
    private final TransportMetrics metrics;
    private final LinkAlarm alarm;
    private final Deque<Bytes> unread = new ArrayDeque<>();
    private boolean isAtWork;
    private boolean isDue;
    private boolean hasNews;
    private boolean isOver;

    ManagerLinkHandler(
            ManagerLink link, StandingLinks standing, Executor workers, InstantSource clock, TransportMetrics metrics) {
        this.link = link;
        this.standing = standing;
        this.workers = workers;
        this.clock = clock;
        this.metrics = metrics;
        this.alarm = new LinkAlarm(clock);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.channel().config().setAutoRead(false);
        next(ctx);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (!isOver && message instanceof Bytes octets) {
            metrics.count(TransportEvent.MESSAGE_RECEIVED);
            unread.add(octets);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext ctx) {
        next(ctx);
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        next(ctx);
        ctx.fireChannelWritabilityChanged();
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelSignal.DRAIN) {
            ctx.close();
        } else if (event == LinkSignal.NEWS) {
            hasNews = true;
            next(ctx);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        isOver = true;
        alarm.silence();
        standing.remove(ctx.channel());
        if (!isAtWork) {
            link.disconnected();
        }
        ctx.fireChannelInactive();
    }

    /** A reader that does not take what it is sent is not listened to either. */
    private void next(ChannelHandlerContext ctx) {
        if (isOver || isAtWork || !ctx.channel().isWritable()) {
            return;
        }
        Bytes message = unread.poll();
        if (message != null) {
            work(ctx, now -> link.receive(message, now));
        } else if (isDue) {
            isDue = false;
            work(ctx, link::expire);
        } else if (hasNews) {
            hasNews = false;
            work(ctx, now -> link.woken());
        } else {
            alarm.set(ctx, link.deadline(), () -> {
                isDue = true;
                next(ctx);
            });
            ctx.read();
        }
    }

    private void work(ChannelHandlerContext ctx, Function<Instant, LinkStep> step) {
        isAtWork = true;
        try {
            workers.execute(() -> handBack(ctx, outcome(ctx, step)));
        } catch (RejectedExecutionException stopping) {
            failed(ctx);
        }
    }

    /** Takes the step, on a worker, and returns what the event loop does about it. */
    private Runnable outcome(ChannelHandlerContext ctx, Function<Instant, LinkStep> step) {
        try {
            LinkStep done = step.apply(clock.instant());
            return () -> done(ctx, done);
        } catch (RuntimeException failure) {
            log.error("A link failed on our own side; its connection closes", failure);
            return () -> failed(ctx);
        }
    }

    private void handBack(ChannelHandlerContext ctx, Runnable outcome) {
        try {
            ctx.executor().execute(outcome);
        } catch (RejectedExecutionException stopped) {
            link.disconnected();
        }
    }

    private void done(ChannelHandlerContext ctx, LinkStep step) {
        isAtWork = false;
        if (isOver) {
            link.disconnected();
            return;
        }
        link.peer().ifPresent(peer -> standing.put(peer, ctx.channel()));
        step.messages().forEach(message -> {
            metrics.count(TransportEvent.MESSAGE_SENT);
            ctx.write(message);
        });
        ctx.flush();
        if (step.end().isPresent()) {
            isOver = true;
            ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(ChannelFutureListener.CLOSE);
        } else {
            next(ctx);
        }
    }

    private void failed(ChannelHandlerContext ctx) {
        isAtWork = false;
        isOver = true;
        metrics.count(TransportEvent.OWN_FAILURE);
        link.disconnected();
        ctx.close();
    }
}
