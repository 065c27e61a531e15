package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Puts a message's length, 2 octets big-endian, in front of it. */
final class FrameEncoder extends MessageToByteEncoder<Bytes> {
    static final int MAX_MESSAGE_OCTETS = 0xFFFF;

    FrameEncoder() {
        super(Bytes.class);
    }

    @Override
    protected ByteBuf allocateBuffer(ChannelHandlerContext ctx, Bytes message, boolean preferDirect) {
        return ctx.alloc().ioBuffer(FrameDecoder.LENGTH_OCTETS + message.size());
    }

    @Override
    protected void encode(ChannelHandlerContext ctx, Bytes message, ByteBuf out) {
        if (message.isEmpty() || message.size() > MAX_MESSAGE_OCTETS) {
            throw new IllegalArgumentException("a message has 1 to 65535 octets, not " + message.size());
        }
        out.writeShort(message.size());
        out.writeBytes(message.toByteArray());
    }
}
