package io.lintel.transport.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Closes a channel whose peer has not completed its first message in time.
 *
 * <p>Only a whole message counts, so a peer that sends a byte now and then gains nothing by it.
 */
public final class FirstMessageTimeoutHandler extends ChannelInboundHandlerAdapter {
    private final Duration timeout;
    private final TransportMetrics metrics;
    private @Nullable ScheduledFuture<?> alarm;

    /** A handler for one channel. */
    public FirstMessageTimeoutHandler(Duration timeout, TransportMetrics metrics) {
        this.timeout = timeout;
        this.metrics = metrics;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        alarm = ctx.executor().schedule(() -> giveUp(ctx), timeout.toNanos(), TimeUnit.NANOSECONDS);
        ctx.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        disarm();
        ctx.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        disarm();
        ctx.fireChannelInactive();
    }

    private void giveUp(ChannelHandlerContext ctx) {
        metrics.count(TransportEvent.FIRST_MESSAGE_TIMEOUT);
        ctx.close();
    }

    private void disarm() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
    }
}
