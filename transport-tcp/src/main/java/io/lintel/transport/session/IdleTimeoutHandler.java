package io.lintel.transport.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Closes a channel whose peer, after its first message, has completed no other for a while. */
public final class IdleTimeoutHandler extends ChannelInboundHandlerAdapter {
    private final Duration timeout;
    private final TransportMetrics metrics;
    private @Nullable ScheduledFuture<?> alarm;

    /** A handler for one channel. */
    public IdleTimeoutHandler(Duration timeout, TransportMetrics metrics) {
        this.timeout = timeout;
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        disarm();
        alarm = ctx.executor().schedule(() -> giveUp(ctx), timeout.toNanos(), TimeUnit.NANOSECONDS);
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        disarm();
        ctx.fireChannelInactive();
    }

    private void giveUp(ChannelHandlerContext ctx) {
        metrics.count(TransportEvent.IDLE_TIMEOUT);
        ctx.close();
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
