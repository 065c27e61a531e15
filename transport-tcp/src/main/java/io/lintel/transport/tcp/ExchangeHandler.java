package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.Promise;
import java.nio.channels.ClosedChannelException;

/** Sends one request and takes one response, on the side that asks. */
final class ExchangeHandler extends SimpleChannelInboundHandler<Bytes> {
    private final Bytes request;
    private final Promise<Bytes> response;

    ExchangeHandler(Bytes request, Promise<Bytes> response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public void channelActive(ChannelHandlerContext ctx) {
        ctx.writeAndFlush(request);
        ctx.fireChannelActive();
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Bytes message) {
        response.trySuccess(message);
        ctx.close();
    }

    @Override
    public void channelInactive(ChannelHandlerContext ctx) {
        response.tryFailure(new ClosedChannelException());
        ctx.fireChannelInactive();
    }
}
