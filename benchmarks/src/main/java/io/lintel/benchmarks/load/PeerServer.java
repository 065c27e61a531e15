package io.lintel.benchmarks.load;

import io.lintel.transport.session.TransportMetrics;
import io.lintel.transport.tcp.TapFraming;
import io.lintel.transport.tcp.TapHandlers;
import io.lintel.transport.tcp.TapLimits;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A server that answers by echo, with the options, the framing and the guards of the reader's own server, but without its caps on
 * connections: what is measured of a tap has them.
 */
final class PeerServer implements AutoCloseable {
    private static final int BACKLOG = 1024;
    private static final WriteBufferWaterMark PENDING_OUTPUT = new WriteBufferWaterMark(8 * 1024, 32 * 1024);
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final EventLoopGroup loops;
    private final Channel listening;

    private PeerServer(EventLoopGroup loops, Channel listening) {
        this.loops = loops;
        this.listening = listening;
    }

    /** Listens on any free port, inside TLS where there is one. */
    static PeerServer start(InetSocketAddress address, TapLimits limits, Optional<SslContext> tls) {
        EventLoopGroup loops = new MultiThreadIoEventLoopGroup(
                THREADS, new DefaultThreadFactory("peer", true), NioIoHandler.newFactory());
        Channel listening = new ServerBootstrap()
                .group(loops)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, PENDING_OUTPUT)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        layOut(connection, limits, tls);
                    }
                })
                .bind(address)
                .syncUninterruptibly()
                .channel();
        return new PeerServer(loops, listening);
    }

    private static void layOut(SocketChannel connection, TapLimits limits, Optional<SslContext> tls) {
        ChannelPipeline pipeline = connection.pipeline();
        tls.ifPresent(context -> pipeline.addLast("tls", context.newHandler(connection.alloc())));
        TransportMetrics metrics = TransportMetrics.none();
        TapFraming.addTo(pipeline, metrics);
        // An echo has nothing to do behind its answer.
        TapHandlers.ofReader(pipeline, limits, new EchoSession(), Runnable::run, InstantSource.system(), metrics);
    }

    int port() {
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
