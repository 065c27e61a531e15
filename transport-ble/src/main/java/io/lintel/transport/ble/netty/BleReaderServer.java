package io.lintel.transport.ble.netty;

import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FramingLimits;
import io.lintel.transport.ble.LinkEnd;
import io.lintel.transport.session.ChannelSignal;
import io.lintel.transport.session.Ending;
import io.lintel.transport.session.ReaderMaintenance;
import io.lintel.transport.session.ReaderMessageSession;
import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportMetrics;
import io.lintel.transport.tcp.TapHandlers;
import io.lintel.transport.tcp.TapLimits;
import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A door's reader that phones tap over Bluetooth: whoever has the adapter calls {@link #accept} for each channel that a phone
 * opens. Thread-safe.
 *
 * <pre>{@code
 * try (BleReaderServer server = BleReaderServer.builder(reader)
 *         .eventSink(event -> relay.set(event.isGranted()))
 *         .start()) {
 *     adapter.onSubscription((link, phone) -> server.accept(link, phone));
 * }
 * }</pre>
 */
@SuppressWarnings("exports") // Who uses this package requires Netty itself; an app that embeds the core does not.
public final class BleReaderServer implements AutoCloseable {
    private static final Duration DEFAULT_GRACE = Duration.ofSeconds(2);
    private static final Duration LOOP_ENDS_WITHIN = Duration.ofSeconds(5);

    private final Builder settings;
    private final Consumer<AccessEvent> decisions;
    private final EventLoopGroup loops;
    private final ReaderMaintenance maintenance;
    private final ExecutorService couriers = TapHandlers.couriers();
    private final ChannelGroup channels = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE, true);
    private final Object door = new Object();
    private final Places places;
    private boolean stopping;

    private BleReaderServer(Builder settings, Consumer<AccessEvent> decisions) {
        this.settings = settings;
        this.decisions = decisions;
        this.places = new Places(settings.limits);
        this.loops = newLoop();
        this.maintenance = ReaderMaintenance.of(settings.reader, settings.clock);
    }

    private static EventLoopGroup newLoop() {
        return new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory("lintel-ble-reader", true), LocalIoHandler.newFactory());
    }

    /** Begins to describe a server for {@code reader}, which other servers may share. */
    public static Builder builder(Reader reader) {
        return new Builder(reader);
    }

    /**
     * Serves a phone that has just opened a channel, the only one of its connection.
     *
     * @return as {@link #accept(BleLink, Object)}
     */
    public boolean accept(BleLink link) {
        return accept(link, link);
    }

    /**
     * Serves a phone that has just opened a channel, on a thread of the server's own. Where its connection has as many channels as it
     * may, the oldest of them is closed, as {@link CloseReason#DONE}: a phone that comes again is not kept waiting for the end of what it left.
     *
     * <p>What {@code link} throws when it is asked for its transport comes out here; it takes no place then.
     *
     * @param connection equal for the channels of one connection and for no others, such as the phone's address; kept as long as the
     *     channel is open, and told nobody
     * @return false if as many are served as may be, or the server has stopped; the link is closed then, as {@link CloseReason#BUSY}
     */
    public boolean accept(BleLink link, Object connection) {
        synchronized (door) { // whoever is let in hears of a stop
            if (!stopping && !places.areAllTaken()) {
                begin(link, connection);
                return true;
            }
        }
        settings.metrics.count(TransportEvent.REFUSED_ALL_FULL);
        LinkEnd.turnAway(link);
        return false;
    }

    private void begin(BleLink link, Object connection) {
        BleChannel channel = channelOver(link);
        TransportMetrics metrics = settings.metrics;
        Optional<BleChannel> older = places.take(connection, channel);
        metrics.count(TransportEvent.CONNECTION_ACCEPTED);
        channel.closeFuture().addListener(closed -> {
            synchronized (door) {
                places.giveBack(connection, channel);
            }
            metrics.count(TransportEvent.CONNECTION_CLOSED);
        });
        older.ifPresent(each -> {
            metrics.count(TransportEvent.EVICTED_OLDEST);
            each.close(CloseReason.DONE);
        });
        channels.add(channel);
        loops.register(channel);
    }

    private BleChannel channelOver(BleLink link) {
        BleChannel channel = new BleChannel(link, FramingLimits.ofTap(), settings.clock);
        ReaderMessageSession session = new ReaderMessageSession(settings.reader, link.transport(), decisions);
        TapHandlers.ofReader(channel.pipeline(), settings.limits, session, couriers, settings.clock, settings.metrics);
        return channel;
    }

    /** How many channels are served now. */
    public int channels() {
        synchronized (door) {
            return places.taken();
        }
    }

    /** Stops, and gives taps under way two seconds to finish. */
    @Override
    public void close() {
        stop(DEFAULT_GRACE);
    }

    /** Whether this is the server's own thread, on which decisions are told: it cannot wait for the server's end. */
    public boolean isOwnThread() {
        for (EventExecutor loop : loops) {
            if (loop.inEventLoop()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Takes no more phones, lets the taps under way finish within {@code grace}, closes what is left, and returns when that is done, so that
     * another reader may have the memory; an event sink or a disk that does not come back is waited for no longer than a few seconds.
     * Nothing that was to be said is lost but what a phone would not take within the grace.
     *
     * @throws IllegalStateException from the server's own thread, on which decisions are told
     */
    public void stop(Duration grace) {
        if (isOwnThread()) {
            throw new IllegalStateException("a server cannot be stopped from its own thread");
        }
        synchronized (door) {
            stopping = true;
        }
        for (Channel channel : channels) {
            channel.pipeline().fireUserEventTriggered(ChannelSignal.DRAIN);
        }
        channels.newCloseFuture().awaitUninterruptibly(grace.toMillis());
        boolean closed = channels.close().awaitUninterruptibly(LOOP_ENDS_WITHIN.toMillis());
        maintenance.close();
        Ending.of(couriers);
        Future<?> ended = loops.shutdownGracefully(0, LOOP_ENDS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        if (closed) { // or the loop is held up, and was waited for
            ended.awaitUninterruptibly(2 * LOOP_ENDS_WITHIN.toMillis());
        }
    }

    /** Describes a server; the event sink has no default. */
    public static final class Builder {
        private static final int PHONES_AT_ONCE = 8;

        private final Reader reader;
        private @Nullable Consumer<AccessEvent> decisions;
        private TapLimits limits = TapLimits.standard().withConnections(1, PHONES_AT_ONCE);
        private InstantSource clock = InstantSource.system();
        private TransportMetrics metrics = TransportMetrics.none();

        private Builder(Reader reader) {
            this.reader = reader;
        }

        /**
         * Acts on decisions: the door opens here, before the phone gets its answer. {@code decisions} has to return at once and leave slow
         * work to a thread of its own; if it throws, the phone gets no answer.
         */
        public Builder eventSink(Consumer<AccessEvent> decisions) {
            this.decisions = decisions;
            return this;
        }

        /** Grants peers {@code limits}, eight channels at once and one of each connection unless told otherwise. */
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

        /** Begins to serve; throws {@link IllegalStateException} without an event sink. */
        public BleReaderServer start() {
            if (decisions == null) {
                throw new IllegalStateException("say what to do with decisions, eventSink(sink)");
            }
            return new BleReaderServer(this, decisions);
        }
    }
}
