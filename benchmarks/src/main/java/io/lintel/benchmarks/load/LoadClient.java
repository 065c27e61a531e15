package io.lintel.benchmarks.load;

import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.TransportMetrics;
import io.lintel.transport.tcp.TapFraming;
import io.lintel.transport.tcp.TapHandlers;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Connects to a server on this machine, from many of the loopback's addresses where the system has them: closed connections keep
 * their port for a minute. One thread serves them all. Thread-safe.
 */
final class LoadClient implements AutoCloseable {
    private static final int CONNECT_MILLIS = 30_000;
    private static final int ADDRESSES = 250;

    /** Only Linux has all of 127.0.0.0/8 without being told. */
    private static final boolean MANY =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");

    private final EventLoopGroup loops =
            new MultiThreadIoEventLoopGroup(1, new DefaultThreadFactory("phones", true), NioIoHandler.newFactory());
    private final InstantSource clock;
    private final AtomicInteger connections = new AtomicInteger();

    LoadClient(InstantSource clock) {
        this.clock = clock;
    }

    /** TLS for one connection: the context, and the name that its tickets go by. */
    record Tls(SslContext context, String name) {}

    /**
     * Connects, and lets a session say what it has to.
     *
     * @param done told of a connection that does not come about
     */
    ChannelFuture connect(int port, MessageSession session, Optional<Tls> tls, CompletableFuture<Boolean> done) {
        Bootstrap bootstrap = new Bootstrap()
                .group(loops)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {
                        tls.ifPresent(in -> channel.pipeline()
                                .addLast("tls", in.context().newHandler(channel.alloc(), in.name(), port)));
                        TapFraming.addTo(channel.pipeline(), TransportMetrics.none());
                        TapHandlers.ofPhone(channel.pipeline(), session, clock, TransportMetrics.none());
                    }
                });
        ChannelFuture connecting =
                bootstrap.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), source());
        connecting.addListener(connected -> {
            if (!connected.isSuccess()) {
                done.completeExceptionally(connected.cause());
            }
        });
        return connecting;
    }

    private InetSocketAddress source() {
        int address = MANY ? 1 + Math.floorMod(connections.getAndIncrement(), ADDRESSES) : 1;
        try {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) address}), 0);
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four octets are an address", impossible);
        }
    }

    /** Closes a connection and waits until it is. */
    static void close(Channel channel) {
        channel.close().syncUninterruptibly();
    }

    @Override
    public void close() {
        loops.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    }
}
