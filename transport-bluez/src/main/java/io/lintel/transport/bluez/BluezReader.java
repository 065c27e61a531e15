package io.lintel.transport.bluez;

import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.transport.ble.AdvertisementFlag;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.ReaderAdvertisement;
import io.lintel.transport.ble.netty.BleReaderServer;
import io.lintel.transport.session.Ending;
import io.lintel.transport.session.TransportMetrics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * A door's reader that phones tap over Bluetooth LE, on a Linux machine with BlueZ 5.50 or newer. Thread-safe.
 *
 * <pre>{@code
 * try (BluezReader door = BluezReader.builder(reader)
 *         .adapter("hci0")
 *         .eventSink(event -> relay.set(event.isGranted()))
 *         .start()) {
 *     ...
 * }
 * }</pre>
 *
 * <p>It offers the GATT service, accepts L2CAP channels, and advertises both. When the adapter or bluetoothd goes away it looks for them
 * every second, and serves again when they are back.
 */
public final class BluezReader implements AutoCloseable {
    private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);

    private final Builder settings;
    private final BleReaderServer server;
    private final ScheduledExecutorService lane = thread("lintel-bluetooth");
    private final Watch watch;
    private final Object closing = new Object();

    private BluezReader(Builder settings, BleReaderServer server, Registering registering) {
        this.settings = settings;
        this.server = server;
        this.watch = new Watch(
                () -> registering.register(settings.adapter, this::advertisement, lane, this::serve),
                settings.presence,
                thread("lintel-bluetooth-watch"));
    }

    /** How a reader comes to an adapter, {@link Registration#of} but in tests. */
    @FunctionalInterface
    interface Registering {
        Registered register(
                String adapter,
                IntFunction<ReaderAdvertisement> advertisement,
                ScheduledExecutorService lane,
                Channels channels);
    }

    /** Returns a thread by this name, which forgets what is due later once it is ended. */
    static ScheduledExecutorService thread(String name) {
        ScheduledThreadPoolExecutor one = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        one.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        return one;
    }

    /** Begins to describe a door for {@code reader}, which servers of other transports may share. */
    public static Builder builder(Reader reader) {
        return new Builder(reader);
    }

    /** The adapter's address, by which phones connect. */
    public BluetoothAddress address() {
        return watch.address();
    }

    private ReaderAdvertisement advertisement(int psm) {
        Reader reader = settings.reader;
        return new ReaderAdvertisement(
                reader.projectTag(),
                reader.tag(),
                psm,
                settings.powerAtOneMetre,
                EnumSet.noneOf(AdvertisementFlag.class));
    }

    private void serve(BleLink link, String phone) {
        server.accept(link, phone);
    }

    /**
     * Stops advertising, gives taps under way two seconds to finish, and lets go of the adapter once bluetoothd has what the reader had to
     * say. A second call returns when the first has done all that.
     *
     * @throws IllegalStateException from the event sink or from the presence, whose threads it waits for; the reader serves on then
     */
    @Override
    public void close() {
        if (server.isOwnThread() || watch.isOwnThread()) {
            throw new IllegalStateException("a reader cannot be closed from its event sink or its presence");
        }
        synchronized (closing) {
            Optional<Registered> served = watch.end();
            try {
                served.ifPresent(Registered::hide);
                server.close();
            } finally {
                try {
                    served.ifPresent(Registered::close);
                } finally {
                    Ending.of(lane);
                }
            }
        }
    }

    /** Hears that the adapter or the Bluetooth service goes and comes back; called on a thread that watches over them. */
    public interface Presence {
        /** Nobody can tap any more, for this reason. */
        void lost(BluetoothException reason);

        /** Phones can tap again. */
        void back();

        /** Hears, and does nothing about it. */
        static Presence ignored() {
            return new Presence() {
                @Override
                public void lost(BluetoothException reason) {}

                @Override
                public void back() {}
            };
        }
    }

    /** Describes a door; the event sink has no default. */
    public static final class Builder {
        private static final int POWER_AT_ONE_METRE = -59;

        private final Reader reader;
        private String adapter = "hci0";
        private int powerAtOneMetre = POWER_AT_ONE_METRE;
        private @Nullable Consumer<AccessEvent> decisions;
        private InstantSource clock = InstantSource.system();
        private TransportMetrics metrics = TransportMetrics.none();
        private Presence presence = Presence.ignored();

        private Builder(Reader reader) {
            this.reader = reader;
        }

        /** Uses {@code adapter}, as bluetoothctl names it; {@code hci0} unless told otherwise. */
        public Builder adapter(String adapter) {
            this.adapter = adapter;
            return this;
        }

        /** Tells phones which signal they have one metre away, in dBm; -59 until somebody has measured it at this door. */
        public Builder powerAtOneMetre(int dbm) {
            this.powerAtOneMetre = dbm;
            return this;
        }

        /** Acts on decisions, as {@link BleReaderServer.Builder#eventSink} says: the door opens here. */
        public Builder eventSink(Consumer<AccessEvent> decisions) {
            this.decisions = decisions;
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

        /** Tells when Bluetooth goes and comes back. */
        public Builder presence(Presence presence) {
            this.presence = presence;
            return this;
        }

        /**
         * Begins to serve; from here on the reader puts up with an adapter and a Bluetooth service that come and go.
         *
         * @throws IllegalStateException without an event sink
         * @throws BluetoothException if the adapter cannot be used now
         */
        public BluezReader start() {
            return start(Registration::of);
        }

        BluezReader start(Registering registering) {
            if (decisions == null) {
                throw new IllegalStateException("say what to do with decisions, eventSink(sink)");
            }
            BluezReader door = new BluezReader(
                    this,
                    BleReaderServer.builder(reader)
                            .eventSink(decisions)
                            .clock(clock)
                            .metrics(metrics)
                            .start(),
                    registering);
            try {
                door.watch.start(LOOKS_EVERY);
                return door;
            } catch (RuntimeException failed) {
                door.close();
                throw failed;
            }
        }
    }
}
