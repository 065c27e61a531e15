package io.lintel.transport.tcp;

import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.session.Ending;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.ReaderMaintenance;
import io.lintel.transport.session.ReaderMessageSession;
import io.lintel.transport.session.TransportException;
import io.lintel.transport.session.TransportMetrics;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A door's reader that phones tap over TCP. Thread-safe.
 *
 * <pre>{@code
 * try (TcpReaderServer server = TcpReaderServer.builder(reader)
 *         .bind(new InetSocketAddress(7400))
 *         .eventSink(event -> relay.set(event.isGranted()))
 *         .start()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>TCP proves no proximity; the site's policy says whether it is allowed at all ({@link Transport#TCP}).
 */
public final class TcpReaderServer implements AutoCloseable {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);
    private static final int THREADS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final TcpListener listener;
    private final ReaderMaintenance maintenance;
    private final ExecutorService couriers;

    private TcpReaderServer(TcpListener listener, ReaderMaintenance maintenance, ExecutorService couriers) {
        this.listener = listener;
        this.maintenance = maintenance;
        this.couriers = couriers;
    }

    /** Begins to describe a server for {@code reader}, which other servers may share. */
    public static Builder builder(Reader reader) {
        return new Builder(reader);
    }

    /** Where it listens, with the port that the system chose if 0 was asked for. */
    public InetSocketAddress address() {
        return listener.address();
    }

    /** How many connections are open now. */
    public int connections() {
        return listener.open();
    }

    /** Stops, and gives taps under way two seconds to finish. */
    @Override
    public void close() {
        stop(DEFAULT_GRACE);
    }

    /**
     * Takes no more connections, lets the taps under way finish within {@code grace}, and closes what is left. Returns
     * when all of that is done, so that another reader may have the memory; a disk or an event sink that does not come back is
     * waited for no longer than a few seconds.
     *
     * @throws IllegalStateException if called from one of the server's own threads
     */
    public void stop(Duration grace) {
        listener.stop(grace);
        Ending.of(couriers);
        maintenance.close();
    }

    /** Describes a server; the address and the event sink have no default. */
    public static final class Builder {
        private final Reader reader;
        private @Nullable InetSocketAddress address;
        private @Nullable Consumer<AccessEvent> decisions;
        private TapLimits limits = TapLimits.standard();
        private InstantSource clock = InstantSource.system();
        private TransportMetrics metrics = TransportMetrics.none();

        private Builder(Reader reader) {
            this.reader = reader;
        }

        /** Listens on {@code address}; port 0 takes any free one. */
        public Builder bind(InetSocketAddress address) {
            this.address = address;
            return this;
        }

        /**
         * Acts on decisions: the door opens here.
         *
         * <p>Called before the phone gets its answer, on a thread that serves many connections and by several at a time,
         * so {@code decisions} has to return at once and leave slow work to a thread of its own. If it throws, the phone
         * gets no answer.
         */
        public Builder eventSink(Consumer<AccessEvent> decisions) {
            this.decisions = decisions;
            return this;
        }

        /** Grants peers {@code limits} instead of {@link TapLimits#standard()}. */
        public Builder limits(TapLimits limits) {
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
         * @throws IllegalStateException without an address or an event sink
         * @throws TransportException.PortInUse if another program listens there
         * @throws TransportException.CannotListen if the address cannot be had for another reason
         */
        public TcpReaderServer start() {
            if (address == null || decisions == null) {
                throw new IllegalStateException(
                        "say where to listen, bind(address), and what to do with decisions, eventSink(sink)");
            }
            Consumer<AccessEvent> sink = decisions;
            ConnectionCaps caps =
                    new ConnectionCaps(limits.connectionsPerAddress(), limits.connectionsInAll(), metrics);
            ExecutorService couriers = TapHandlers.couriers();
            try {
                TcpListener listener = TcpListener.open(address, "lintel-reader", THREADS, caps, handlers -> {
                    MessageSession session = new ReaderMessageSession(reader, Transport.TCP, sink);
                    TapPipeline.ofReader(handlers, limits, session, couriers, clock, metrics);
                });
                return new TcpReaderServer(listener, ReaderMaintenance.of(reader, clock), couriers);
            } catch (TransportException refused) {
                couriers.shutdown();
                throw refused;
            }
        }
    }
}
