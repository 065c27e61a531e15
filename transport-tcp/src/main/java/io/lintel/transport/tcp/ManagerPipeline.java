package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.ChannelFailureHandler;
import io.lintel.transport.session.FirstMessageTimeoutHandler;
import io.lintel.transport.session.MessageCountHandler;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.Promise;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The handlers of a manager connection, which carries one request and one response, in the order in which a message
 * from the network passes them.
 */
final class ManagerPipeline {
    /** As long as the framing can say: an activation response carries certificates and a list. */
    static final int MAX_MESSAGE_OCTETS = FrameEncoder.MAX_MESSAGE_OCTETS;

    private ManagerPipeline() {}

    static void ofManager(
            ChannelPipeline pipeline,
            ManagerLimits limits,
            RequestHandler requests,
            Executor workers,
            TransportMetrics metrics) {
        pipeline.addLast("frame-decoder", new FrameDecoder(MAX_MESSAGE_OCTETS, metrics))
                .addLast("frame-encoder", new FrameEncoder())
                .addLast(
                        "write-timeout",
                        new WriteTimeoutHandler(limits.writeTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .addLast("message-count", new MessageCountHandler(1, metrics))
                .addLast("first-message", new FirstMessageTimeoutHandler(limits.requestTimeout(), metrics))
                .addLast("request", new RequestWorkHandler(requests, workers, metrics))
                .addLast("failure", new ChannelFailureHandler(metrics));
    }

    static void ofClient(ChannelPipeline pipeline, Bytes request, Promise<Bytes> response, TransportMetrics metrics) {
        pipeline.addLast("frame-decoder", new FrameDecoder(MAX_MESSAGE_OCTETS, metrics))
                .addLast("frame-encoder", new FrameEncoder())
                .addLast("exchange", new ExchangeHandler(request, response))
                .addLast("failure", new ChannelFailureHandler(metrics));
    }
}
