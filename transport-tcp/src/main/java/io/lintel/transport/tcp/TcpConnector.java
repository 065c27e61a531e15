package io.lintel.transport.tcp;

import io.lintel.transport.session.TransportException;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Promise;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Opens connections, with one thread that serves them all. */
final class TcpConnector implements AutoCloseable {
    private static final Duration LOOP_ENDS_WITHIN = Duration.ofSeconds(5);

    private final String peer;
    private final EventLoopGroup loops;

    /** Connects to peers of the kind {@code peer}, as a person calls it. */
    TcpConnector(String threadName, String peer) {
        this.peer = peer;
        this.loops = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory(threadName, true), NioIoHandler.newFactory());
    }

    <T> Promise<T> promise() {
        requireOpen();
        return loops.next().newPromise();
    }

    /** Begins to connect; {@code pipeline} lays out the handlers. */
    ChannelFuture connect(InetSocketAddress address, Duration timeout, TcpListener.ConnectionPipeline pipeline) {
        Limits.positive("timeout", timeout);
        requireOpen();
        return new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.min(timeout.toMillis(), Integer.MAX_VALUE))
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        pipeline.layOut(channel.pipeline());
                    }
                })
                .connect(address);
    }

    /** Runs something on the connector's thread. */
    void execute(Runnable task) {
        requireOpen();
        loops.next().execute(task);
    }

    /** Runs something on the connector's thread after a while; never, once the connector is closing. */
    void schedule(Runnable task, Duration after) {
        if (!loops.isShuttingDown()) {
            var unused = loops.next().schedule(task, after.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    /** Closes {@code channel} when {@code timeout} is over, unless it has closed before. */
    void closeAfter(Duration timeout, Channel channel) {
        ScheduledFuture<?> alarm =
                loops.next().schedule(() -> channel.close(), timeout.toNanos(), TimeUnit.NANOSECONDS);
        channel.closeFuture().addListener(closed -> alarm.cancel(false));
    }

    TransportException unreachable(InetSocketAddress address, Duration timeout, Throwable cause) {
        return new TransportException.Unreachable(peer, Addresses.text(address), reason(timeout, cause), cause);
    }

    private static String reason(Duration timeout, Throwable cause) {
        if (cause instanceof ConnectTimeoutException || cause instanceof ClosedChannelException) {
            return "no connection within " + timeout.toMillis() + " ms";
        }
        if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
            return "there is no host of that name";
        }
        if (cause instanceof NoRouteToHostException) {
            return "there is no route to that host";
        }
        if (cause instanceof ConnectException) {
            return "connection refused";
        }
        return "the connection failed";
    }

    private void requireOpen() {
        if (loops.isShuttingDown()) {
            throw new TransportException.Closed(peer + " client");
        }
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, LOOP_ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly();
    }
}
