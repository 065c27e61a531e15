package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;

/** Counts whole messages both ways, and closes a channel whose peer sends more of them than one conversation has. */
public final class MessageCountHandler extends ChannelDuplexHandler {
    private final int maximum;
    private final TransportMetrics metrics;
    private int received;

    /**
     * A handler for one channel.
     *
     * @param maximum how many messages the peer may send, at least 1
     */
    public MessageCountHandler(int maximum, TransportMetrics metrics) {
        if (maximum < 1) {
            throw new IllegalArgumentException("a conversation has at least one message, not " + maximum);
        }
        this.maximum = maximum;
        this.metrics = metrics;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        if (received > maximum) {
            return; // already closing
        }
        received++;
        if (received > maximum) {
            metrics.count(TransportEvent.TOO_MANY_MESSAGES);
            ctx.close();
            return;
        }
        metrics.count(TransportEvent.MESSAGE_RECEIVED);
        ctx.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
        if (message instanceof Bytes) {
            metrics.count(TransportEvent.MESSAGE_SENT);
        }
        ctx.write(message, promise);
    }
}
