package io.lintel.transport.tcp;

import io.lintel.transport.session.ChannelSignal;
import io.lintel.transport.session.TransportException;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A listening socket, the connections it took in, and the threads that serve them. */
final class TcpListener {
    private static final int BACKLOG = 1024;
    private static final WriteBufferWaterMark PENDING_OUTPUT = new WriteBufferWaterMark(8 * 1024, 32 * 1024);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final EventLoopGroup loops;
    private final ChannelGroup connections;
    private final Channel listening;

    private TcpListener(EventLoopGroup loops, ChannelGroup connections, Channel listening) {
        this.loops = loops;
        this.connections = connections;
        this.listening = listening;
    }

    /**
     * Listens.
     *
     * @param pipeline lays out the handlers of a connection that {@code caps} admitted
     * @throws TransportException.PortInUse if another program listens there
     * @throws TransportException.CannotListen if the address cannot be had for another reason
     */
    static TcpListener open(
            InetSocketAddress address, String name, int threads, ConnectionCaps caps, ConnectionPipeline pipeline) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                threads, new DefaultThreadFactory(name, true), NioIoHandler.newFactory());
        ChannelGroup connections = new DefaultChannelGroup(loops.next(), true);
        ChannelFuture bound = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, PENDING_OUTPUT)
                .childHandler(new Admission(caps, connections, pipeline))
                .bind(address)
                .awaitUninterruptibly();
        Throwable failure = bound.cause();
        if (failure != null) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw refusal(address, failure);
        }
        return new TcpListener(loops, connections, bound.channel());
    }

    private static TransportException refusal(InetSocketAddress address, Throwable failure) {
        String where = Addresses.text(address);
        String message = failure.getMessage();
        return failure instanceof BindException && message != null && message.contains("in use")
                ? new TransportException.PortInUse(where, failure)
                : new TransportException.CannotListen(where, failure);
    }

    /** Where it listens, with the port that the system chose if 0 was asked for. */
    InetSocketAddress address() {
        return (InetSocketAddress) listening.localAddress();
    }

    /** How many connections are open. */
    int open() {
        return connections.size();
    }

    /**
     * Takes no more connections, lets those it has finish within {@code grace}, and closes what is left.
     *
     * <p>All of it takes 5 s more than {@code grace} at the most: a handler that holds one of the threads up does not hold up
     * whoever stops the server. That thread is a daemon, and ends once it is let go.
     */
    void stop(Duration grace) {
        for (EventExecutor loop : loops) {
            if (loop.inEventLoop()) {
                throw new IllegalStateException("a server cannot be stopped from one of its own threads");
            }
        }
        long end = System.nanoTime() + grace.plus(ENDS_WITHIN).toNanos();
        listening.close().awaitUninterruptibly(millisUntil(end));
        for (Channel connection : connections) {
            connection.pipeline().fireUserEventTriggered(ChannelSignal.DRAIN);
        }
        connections.newCloseFuture().awaitUninterruptibly(Math.min(grace.toMillis(), millisUntil(end)));
        connections.close().awaitUninterruptibly(millisUntil(end));
        loops.shutdownGracefully(0, ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
                .awaitUninterruptibly(millisUntil(end));
    }

    private static long millisUntil(long end) {
        return Math.max(0, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime()));
    }

    /** The layout of one connection's handlers. */
    @FunctionalInterface
    interface ConnectionPipeline {
        void layOut(ChannelPipeline handlers);
    }

    /** Refuses a connection before anything is set up for it, or hands it to its pipeline. */
    private static final class Admission extends ChannelInitializer<SocketChannel> {
        private final ConnectionCaps caps;
        private final ChannelGroup connections;
        private final ConnectionPipeline pipeline;

        Admission(ConnectionCaps caps, ChannelGroup connections, ConnectionPipeline pipeline) {
            this.caps = caps;
            this.connections = connections;
            this.pipeline = pipeline;
        }

        @Override
        protected void initChannel(SocketChannel connection) {
            if (caps.admit(connection)) {
                pipeline.layOut(connection.pipeline());
                connections.add(connection);
            } else {
                connection.close();
            }
        }
    }
}
