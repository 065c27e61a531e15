package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportMetrics;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import java.util.List;

/**
 * Cuts the byte stream into messages: a 2-octet big-endian length, then as many octets ({@code spec/protocol.md}, TCP
 * framing).
 *
 * <p>An empty message or one longer than the bound is refused as soon as its length is read, and nothing after it is
 * looked at: a stream out of step has no next message. So no more than one message's octets are ever held.
 */
final class FrameDecoder extends ByteToMessageDecoder {
    static final int LENGTH_OCTETS = 2;

    private final int maxMessageOctets;
    private final TransportMetrics metrics;
    private boolean refused;

    FrameDecoder(int maxMessageOctets, TransportMetrics metrics) {
        if (maxMessageOctets < 1 || maxMessageOctets > FrameEncoder.MAX_MESSAGE_OCTETS) {
            throw new IllegalArgumentException("a message bound is 1 to 65535 octets, not " + maxMessageOctets);
        }
        this.maxMessageOctets = maxMessageOctets;
        this.metrics = metrics;
    }

    @Override
    protected void decode(ChannelHandlerContext ctx, ByteBuf in, List<Object> out) {
        if (refused) {
            in.skipBytes(in.readableBytes());
            return;
        }
        if (in.readableBytes() < LENGTH_OCTETS) {
            return;
        }
        int length = in.getUnsignedShort(in.readerIndex());
        if (length == 0 || length > maxMessageOctets) {
            refused = true;
            in.skipBytes(in.readableBytes());
            metrics.count(TransportEvent.FRAME_REFUSED);
            ctx.close();
            return;
        }
        if (in.readableBytes() < LENGTH_OCTETS + length) {
            return;
        }
        in.skipBytes(LENGTH_OCTETS);
        byte[] message = new byte[length];
        in.readBytes(message);
        out.add(Bytes.copyOf(message));
    }
}
