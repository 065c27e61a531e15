package io.lintel.transport.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/**
 * Stops reading from a peer that does not read what we send, until it has caught up.
 *
 * <p>So what waits to be sent to one peer is bounded by the channel's high water mark and one more step of its session.
 * How long a peer may stay behind is another handler's concern.
 */
public final class BackPressureHandler extends ChannelInboundHandlerAdapter {
    private final TransportMetrics metrics;

    /** A handler for one channel. */
    public BackPressureHandler(TransportMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
        boolean writable = ctx.channel().isWritable();
        if (!writable) {
            metrics.count(TransportEvent.READING_PAUSED);
        }
        ctx.channel().config().setAutoRead(writable);
        ctx.fireChannelWritabilityChanged();
    }
}
