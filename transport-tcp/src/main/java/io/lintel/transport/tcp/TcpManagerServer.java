package io.lintel.transport.tcp;

import io.lintel.transport.session.TransportException;
import io.lintel.transport.session.TransportMetrics;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A manager's endpoint over TCP: one request and one response per connection, answered by a {@link RequestHandler} on
 * a bounded number of worker threads. Thread-safe.
 */
public final class TcpManagerServer implements AutoCloseable {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(5);

    private final TcpListener listener;
    private final ExecutorService workers;

    private TcpManagerServer(TcpListener listener, ExecutorService workers) {
        this.listener = listener;
        this.workers = workers;
    }

    /** Begins to describe an endpoint that {@code requests} answers. */
    public static Builder builder(RequestHandler requests) {
        return new Builder(requests);
    }

    /** Where it listens, with the port that the system chose if 0 was asked for. */
    public InetSocketAddress address() {
        return listener.address();
    }

    /** Stops, and gives requests under way five seconds to finish. */
    @Override
    public void close() {
        stop(DEFAULT_GRACE);
    }

    /**
     * Takes no more connections, answers within {@code grace} the requests that it has, and closes what is left. Returns
     * when all of that is done, or a few seconds behind {@code grace}.
     *
     * @throws IllegalStateException if called from one of the server's own threads
     */
    public void stop(Duration grace) {
        listener.stop(grace);
        workers.shutdownNow();
    }

    /** Describes an endpoint; every setting but the address has a default. */
    public static final class Builder {
        private final RequestHandler requests;
        private @Nullable InetSocketAddress address;
        private ManagerLimits limits = ManagerLimits.standard();
        private TransportMetrics metrics = TransportMetrics.none();

        private Builder(RequestHandler requests) {
            this.requests = requests;
        }

        /** Listens on {@code address}; port 0 takes any free one. */
        public Builder bind(InetSocketAddress address) {
            this.address = address;
            return this;
        }

        /** Grants peers {@code limits} instead of {@link ManagerLimits#standard()}. */
        public Builder limits(ManagerLimits limits) {
            this.limits = limits;
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
        public TcpManagerServer start() {
            if (address == null) {
                throw new IllegalStateException("say where to listen: bind(address)");
            }
            ConnectionCaps caps =
                    new ConnectionCaps(limits.connectionsPerAddress(), limits.connectionsInAll(), metrics);
            ExecutorService workers = new ThreadPoolExecutor(
                    limits.workers(),
                    limits.workers(),
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(limits.waitingRequests()),
                    new DefaultThreadFactory("lintel-manager-worker", true));
            try {
                TcpListener listener = TcpListener.open(
                        address,
                        "lintel-manager",
                        1,
                        caps,
                        handlers -> ManagerPipeline.ofManager(handlers, limits, requests, workers, metrics));
                return new TcpManagerServer(listener, workers);
            } catch (TransportException refused) {
                workers.shutdownNow();
                throw refused;
            }
        }
    }
}
