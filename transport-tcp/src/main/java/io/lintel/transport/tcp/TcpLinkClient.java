package io.lintel.transport.tcp;

import io.lintel.protocol.link.LinkedReader;
import io.lintel.protocol.link.ReaderLink;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader's link to its manager over TCP, which comes back whenever it is lost. Thread-safe.
 *
 * <p>One thread does all of it: what arrives is verified and stored on it, apart from the threads of taps.
 */
public final class TcpLinkClient implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(TcpLinkClient.class);

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final Duration WRITE_TIMEOUT = Duration.ofSeconds(30);

    private final TcpConnector connector = new TcpConnector("lintel-link", "manager");
    private final LinkedReader reader;
    private final Supplier<InetSocketAddress> manager;
    private final InstantSource clock;
    private final Consumer<Status> status;
    private final Backoff backoff;
    private volatile @Nullable Channel channel;
    private volatile boolean isClosed;

    /** Where a link stands. */
    public enum Status {
        /** The manager has proven its key. */
        LINKED,
        /** A connection that stood is gone, or one did not come about; another is tried. */
        LOST
    }

    private TcpLinkClient(
            LinkedReader reader,
            Supplier<InetSocketAddress> manager,
            InstantSource clock,
            RandomGenerator jitter,
            Consumer<Status> status) {
        this.reader = reader;
        this.manager = manager;
        this.clock = clock;
        this.backoff = new Backoff(jitter);
        this.status = status;
    }

    /**
     * Links a reader until the client is closed.
     *
     * @param reader this client's alone from here on
     * @param manager where the manager is, asked anew for each connection so that a name may move; it may block, and where
     *     it throws, that is a connection that did not come about
     * @param clock the reader's
     * @param jitter what chance says about waits between connections
     * @param status told of each change, on the client's thread; it has to return at once
     */
    public static TcpLinkClient open(
            LinkedReader reader,
            Supplier<InetSocketAddress> manager,
            InstantSource clock,
            RandomGenerator jitter,
            Consumer<Status> status) {
        TcpLinkClient client = new TcpLinkClient(reader, manager, clock, jitter, status);
        client.connector.execute(client::connect);
        return client;
    }

    /** Tells the link that an event has entered the reader's spool. Returns at once. */
    public void wake() {
        Channel open = channel;
        if (open != null) {
            open.pipeline().fireUserEventTriggered(LinkSignal.NEWS);
        }
    }

    private void connect() {
        if (isClosed) {
            return;
        }
        InetSocketAddress address;
        try {
            address = manager.get();
        } catch (RuntimeException unknown) {
            log.warn("It is not known where the manager is; the reader asks again: {}", unknown.toString());
            again();
            return;
        }
        connect(address);
    }

    private void connect(InetSocketAddress address) {
        ReaderLink link = reader.open(clock.instant());
        TransportMetrics metrics = TransportMetrics.none();
        ReaderLinkHandler handler = new ReaderLinkHandler(link, this::linked, clock, metrics);
        ChannelFuture connecting = connector.connect(
                address, CONNECT_TIMEOUT, handlers -> LinkPipeline.layOut(handlers, WRITE_TIMEOUT, handler, metrics));
        channel = connecting.channel();
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                link.disconnected();
            }
        });
        connecting.channel().closeFuture().addListener(gone -> again());
    }

    private void linked() {
        backoff.succeeded();
        status.accept(Status.LINKED);
    }

    private void again() {
        if (isClosed) {
            return;
        }
        status.accept(Status.LOST);
        connector.schedule(this::connect, backoff.next());
    }

    /** Ends the link and the client's thread. */
    @Override
    public void close() {
        isClosed = true;
        connector.close();
    }
}
