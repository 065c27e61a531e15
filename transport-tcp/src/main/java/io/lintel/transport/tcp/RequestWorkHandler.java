package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.ChannelSignal;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands a request to a worker thread and sends back what it says, then closes; a request beyond what the workers and
 * their queue hold is answered {@linkplain BusyReply busy} at once.
 */
final class RequestWorkHandler extends SimpleChannelInboundHandler<Bytes> {
    private static final Logger log = LoggerFactory.getLogger(RequestWorkHandler.class);
    private static final Duration BUSY_RETRY = Duration.ofSeconds(2);

    private final RequestHandler requests;
    private final Executor workers;
    private final TransportMetrics metrics;
    private boolean atWork;

    RequestWorkHandler(RequestHandler requests, Executor workers, TransportMetrics metrics) {
        this.requests = requests;
        this.workers = workers;
        this.metrics = metrics;
    }

    @Override
    protected void channelRead0(ChannelHandlerContext ctx, Bytes request) {
        atWork = true;
        ConnectionCaps.setAtWork(ctx.channel(), true);
        // A peer that half-closes behind its request still gets its response: the end is read after it.
        ctx.channel().config().setAutoRead(false);
        try {
            workers.execute(() -> work(ctx, request));
        } catch (RejectedExecutionException full) {
            metrics.count(TransportEvent.REQUEST_REFUSED_BUSY);
            answer(ctx, BusyReply.of(BUSY_RETRY));
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelSignal.DRAIN && !atWork) {
            ctx.close();
        }
        ctx.fireUserEventTriggered(event);
    }

    private void work(ChannelHandlerContext ctx, Bytes request) {
        if (!ctx.channel().isActive()) {
            return; // nobody waits for it any more
        }
        boolean answered = false;
        try {
            Bytes response = requests.handle(request, source(ctx));
            if (response.size() > ManagerPipeline.MAX_MESSAGE_OCTETS) {
                throw new IllegalStateException("a response of " + response.size() + " octets cannot be sent");
            }
            if (response.isEmpty()) {
                ctx.close();
            } else {
                answer(ctx, response);
            }
            answered = true;
        } catch (RuntimeException failure) {
            log.error("A request handler failed; its connection closes without a response", failure);
        } finally {
            if (!answered) { // an Error as well: nobody else watches a connection at work
                metrics.count(TransportEvent.OWN_FAILURE);
                ctx.close();
            }
        }
    }

    private static String source(ChannelHandlerContext ctx) {
        return ctx.channel().remoteAddress() instanceof InetSocketAddress remote
                ? PeerNetwork.of(remote.getAddress()).toString()
                : "";
    }

    private static void answer(ChannelHandlerContext ctx, Bytes response) {
        ctx.writeAndFlush(response).addListener(ChannelFutureListener.CLOSE);
    }
}
