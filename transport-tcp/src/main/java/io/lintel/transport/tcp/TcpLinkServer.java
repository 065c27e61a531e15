package io.lintel.transport.tcp;

import io.lintel.protocol.link.LinkDesk;
import io.lintel.protocol.link.ManagerLink;
import io.lintel.protocol.link.ManagerLink.Peer;
import io.lintel.transport.session.TransportException;
import io.lintel.transport.session.TransportMetrics;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The endpoint where readers keep their links to the manager ({@code spec/link.md}). Thread-safe.
 *
 * <p>It has a port of its own, apart from the phones' ({@link TcpManagerServer}): a phone's connection lives for one request
 * and makes room for others, a reader's lives for months and is spared. Ten thousand idle links take memory, no threads.
 */
public final class TcpLinkServer implements AutoCloseable {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);

    private final TcpListener listener;
    private final ExecutorService workers;
    private final StandingLinks standing;

    private TcpLinkServer(TcpListener listener, ExecutorService workers, StandingLinks standing) {
        this.listener = listener;
        this.workers = workers;
        this.standing = standing;
    }

    /** Begins to describe an endpoint over {@code desk}, which is called on worker threads. */
    public static Builder builder(LinkDesk desk) {
        return new Builder(desk);
    }

    /** Where it listens, with the port that the system chose if 0 was asked for. */
    public InetSocketAddress address() {
        return listener.address();
    }

    /** How many connections are open now, proven or not. */
    public int connections() {
        return listener.open();
    }

    /** Which readers are linked now. */
    public Set<Peer> linked() {
        return standing.peers();
    }

    /** Has the links of some readers look for what is new, as after the publication of a list. Returns at once. */
    public void wake(Predicate<Peer> readers) {
        standing.wake(readers);
    }

    /** Closes all links; their readers come again, to whoever listens then. */
    @Override
    public void close() {
        listener.stop(DEFAULT_GRACE);
        workers.shutdownNow();
    }

    /** Describes an endpoint; every setting but the address has a default. */
    public static final class Builder {
        private final LinkDesk desk;
        private @Nullable InetSocketAddress address;
        private LinkLimits limits = LinkLimits.standard();
        private InstantSource clock = InstantSource.system();
        private TransportMetrics metrics = TransportMetrics.none();

        private Builder(LinkDesk desk) {
            this.desk = desk;
        }

        /** Listens on {@code address}; port 0 takes any free one. */
        public Builder bind(InetSocketAddress address) {
            this.address = address;
            return this;
        }

        /** Grants readers {@code limits} instead of {@link LinkLimits#standard()}. */
        public Builder limits(LinkLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Takes the time from {@code clock} instead of the system's. */
        public Builder clock(InstantSource clock) {
            this.clock = clock;
            return this;
        }

        /** Counts what happens. */
        public Builder metrics(TransportMetrics metrics) {
            this.metrics = metrics;
            return this;
        }

        /**
         * Listens.
         *
         * @throws IllegalStateException without an address
         * @throws TransportException.PortInUse if another program listens there
         * @throws TransportException.CannotListen if the address cannot be had for another reason
         */
        public TcpLinkServer start() {
            if (address == null) {
                throw new IllegalStateException("say where to listen: bind(address)");
            }
            ConnectionCaps caps = new ConnectionCaps(limits.linksPerAddress(), limits.linksInAll(), metrics);
            StandingLinks standing = new StandingLinks();
            // A link has one step under way at most, so that all of them find room in the queue.
            ExecutorService workers = new ThreadPoolExecutor(
                    limits.workers(),
                    limits.workers(),
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(2 * limits.linksInAll()),
                    new DefaultThreadFactory("lintel-link-worker", true));
            try {
                TcpListener listener = TcpListener.open(address, "lintel-links", 1, caps, handlers -> {
                    ManagerLink link = new ManagerLink(desk, clock.instant());
                    ManagerLinkHandler handler = new ManagerLinkHandler(link, standing, workers, clock, metrics);
                    LinkPipeline.layOut(handlers, limits.writeTimeout(), handler, metrics);
                });
                return new TcpLinkServer(listener, workers, standing);
            } catch (TransportException refused) {
                workers.shutdownNow();
                throw refused;
            }
        }
    }
}
