package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.LinkStep;
import io.lintel.protocol.link.ReaderLink;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Drives one {@link ReaderLink} on the client's own thread, which its storage may hold. */
final class ReaderLinkHandler extends SimpleChannelInboundHandler<Bytes> {
    private static final Logger log = LoggerFactory.getLogger(ReaderLinkHandler.class);

    private final ReaderLink link;
    private final Runnable linked;
    private final InstantSource clock;
    private final TransportMetrics metrics;
    private final LinkAlarm alarm;
    private boolean isLinked;
    private boolean isOver;

    ReaderLinkHandler(ReaderLink link, Runnable linked, InstantSource clock, TransportMetrics metrics) {
        this.link = link;
        this.linked = linked;
        this.clock = clock;
        this.metrics = metrics;
        this.alarm = new LinkAlarm(clock);
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(link.hello());
        schedule(ctx);
        ctx.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Bytes message) {
        step(ctx, () -> link.receive(message, clock.instant()));
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == LinkSignal.NEWS) {
            step(ctx, link::woken);
        }
        ctx.fireUserEventTriggered(event);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        isOver = true;
        alarm.silence();
        link.disconnected();
        ctx.fireChannelInactive();
    }

    private void step(ChannelHandlerContext ctx, Supplier<LinkStep> what) {
        if (isOver) {
            return;
        }
        try {
            act(ctx, what.get());
        } catch (RuntimeException failure) {
            isOver = true;
            metrics.count(TransportEvent.OWN_FAILURE);
            log.error("A link failed on the reader's own side; it connects again", failure);
            ctx.close();
        }
    }

    private void act(ChannelHandlerContext ctx, LinkStep step) {
        step.messages().forEach(ctx::write);
        ctx.flush();
        if (step.end().isPresent()) {
            isOver = true;
            ctx.close();
            return;
        }
        if (link.isLinked() && !isLinked) {
            isLinked = true;
            linked.run();
        }
        schedule(ctx);
    }

    private void schedule(ChannelHandlerContext ctx) {
        alarm.set(ctx, link.deadline(), () -> step(ctx, () -> link.expire(clock.instant())));
    }
}
