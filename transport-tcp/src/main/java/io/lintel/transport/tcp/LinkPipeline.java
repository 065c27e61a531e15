package io.lintel.transport.tcp;

import io.lintel.protocol.link.LinkStep;
import io.lintel.transport.session.ChannelFailureHandler;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.WriteTimeoutHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The handlers of a link's connection, in the order in which a message from the network passes them. */
final class LinkPipeline {
    private LinkPipeline() {}

    static void layOut(ChannelPipeline pipeline, Duration writeTimeout, ChannelHandler link, TransportMetrics metrics) {
        pipeline.addLast("frame-decoder", new FrameDecoder(LinkStep.MAX_MESSAGE_SIZE_BYTES, metrics))
                .addLast("frame-encoder", new FrameEncoder())
                .addLast("write-timeout", new WriteTimeoutHandler(writeTimeout.toMillis(), TimeUnit.MILLISECONDS))
                .addLast("link", link)
                .addLast("failure", new ChannelFailureHandler(metrics));
    }
}
