package io.lintel.transport.tcp;

import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelPipeline;

/**
 * The framing of taps over TCP ({@code spec/protocol.md}, TCP framing): a stream of octets below it, above it each message one
 * {@link io.lintel.crypto.Bytes}. {@link TapHandlers} go on top.
 */
public final class TapFraming {
    private TapFraming() {}

    /** Adds its two handlers at the end of {@code pipeline}; messages over {@value TapLimits#MAX_MESSAGE_OCTETS} octets are refused. */
    public static void addTo(ChannelPipeline pipeline, TransportMetrics metrics) {
        pipeline.addLast("frame-decoder", new FrameDecoder(TapLimits.MAX_MESSAGE_OCTETS, metrics))
                .addLast("frame-encoder", new FrameEncoder());
    }
}
