package io.lintel.transport.tcp;

import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelPipeline;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * The handlers of a tap's connection: TCP's framing, then what every tap has. A connection gets here only if {@link
 * ConnectionCaps} took it in.
 */
final class TapPipeline {
    private TapPipeline() {}

    /** On the reader; {@code couriers} do what couriers ask for behind an answer. */
    static void ofReader(
            ChannelPipeline pipeline,
            TapLimits limits,
            MessageSession session,
            Executor couriers,
            InstantSource clock,
            TransportMetrics metrics) {
        TapFraming.addTo(pipeline, metrics);
        TapHandlers.ofReader(pipeline, limits, session, couriers, clock, metrics);
    }

    static void ofPhone(
            ChannelPipeline pipeline, MessageSession session, InstantSource clock, TransportMetrics metrics) {
        TapFraming.addTo(pipeline, metrics);
        TapHandlers.ofPhone(pipeline, session, clock, metrics);
    }
}
