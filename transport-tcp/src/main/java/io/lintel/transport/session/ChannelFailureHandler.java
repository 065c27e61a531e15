package io.lintel.transport.session;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.timeout.WriteTimeoutException;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Closes a channel on whatever no other handler took care of; the last handler of a pipeline.
 *
 * <p>What a peer can cause (a reset, not reading) is not worth a line in an operator's log, so it is
 * counted and told at debug level, without the peer's bytes.
 */
public final class ChannelFailureHandler extends ChannelInboundHandlerAdapter {
    private static final Logger log = LoggerFactory.getLogger(ChannelFailureHandler.class);

    private final TransportMetrics metrics;

    /** A handler for one channel. */
    public ChannelFailureHandler(TransportMetrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable failure) {
        if (failure instanceof WriteTimeoutException) {
            metrics.count(TransportEvent.WRITE_TIMEOUT);
            log.debug("A peer did not take what was sent to it in time; its channel closes");
        } else if (failure instanceof IOException) {
            log.debug("A channel broke: {}", failure.getMessage());
        } else {
            metrics.count(TransportEvent.OWN_FAILURE);
            log.error("A channel failed on our own side and closes", failure);
        }
        ctx.close();
    }
}
