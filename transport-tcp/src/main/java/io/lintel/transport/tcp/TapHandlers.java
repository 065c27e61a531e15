package io.lintel.transport.tcp;

import io.lintel.transport.session.BackPressureHandler;
import io.lintel.transport.session.ChannelFailureHandler;
import io.lintel.transport.session.FirstMessageTimeoutHandler;
import io.lintel.transport.session.IdleTimeoutHandler;
import io.lintel.transport.session.MessageCountHandler;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.MessageSessionHandler;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The handlers of a tap's channel above its framing, whatever carries it: in front of them each message is one {@link
 * io.lintel.crypto.Bytes}. In the order in which a message from the peer passes them; what is sent goes the other way.
 */
public final class TapHandlers {
    private TapHandlers() {}

    /**
     * Makes the thread that does what couriers ask for behind the answers of one reader. One is enough: couriers share a lock. Of
     * each connection one message waits there at most, and connections are bounded.
     */
    public static ExecutorService couriers() {
        return Executors.newSingleThreadExecutor(new DefaultThreadFactory("lintel-reader-couriers", true));
    }

    /**
     * On the reader: everything that a peer can do is bounded before the session sees it.
     *
     * @param couriers does what couriers ask for behind an answer, which may wait for a disk
     */
    public static void ofReader(
            ChannelPipeline pipeline,
            TapLimits limits,
            MessageSession session,
            Executor couriers,
            InstantSource clock,
            TransportMetrics metrics) {
        pipeline.addLast(
                        "write-timeout",
                        new WriteTimeoutHandler(limits.writeTimeout().toMillis(), TimeUnit.MILLISECONDS))
                .addLast("back-pressure", new BackPressureHandler(metrics))
                .addLast("message-count", new MessageCountHandler(limits.maxMessages(), metrics))
                .addLast("first-message", new FirstMessageTimeoutHandler(limits.firstMessageTimeout(), metrics))
                .addLast("idle", new IdleTimeoutHandler(limits.idleTimeout(), metrics))
                .addLast("session", new MessageSessionHandler(session, clock, metrics, Optional.of(couriers)))
                .addLast("failure", new ChannelFailureHandler(metrics));
    }

    /**
     * On the phone, which talks to one reader that it chose. A wallet makes an attempt durable before it sends, so the
     * loop waits for a disk here; it serves no one else.
     */
    public static void ofPhone(
            ChannelPipeline pipeline, MessageSession session, InstantSource clock, TransportMetrics metrics) {
        pipeline.addLast(
                        "message-count",
                        new MessageCountHandler(TapLimits.standard().maxMessages(), metrics))
                .addLast("session", new MessageSessionHandler(session, clock, metrics))
                .addLast("failure", new ChannelFailureHandler(metrics));
    }
}
