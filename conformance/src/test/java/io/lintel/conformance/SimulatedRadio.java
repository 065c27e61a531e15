package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.netty.BleReaderServer;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.SimulatedConnection;
import io.lintel.transport.ble.simulator.SimulatedTime;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/**
 * A reader of ours at the other end of simulated Bluetooth links. The simulation is one thread; here it is the radio's, which lets
 * connection events follow each other in about a millisecond, and tells both ends what came in while it holds no lock.
 */
final class SimulatedRadio implements ReaderTarget.Links, AutoCloseable {
    private static final long BETWEEN_EVENTS_NANOS = 500_000;

    private final SimulatedTime time = new SimulatedTime(Instant.EPOCH);
    private final Queue<Runnable> reports = new ConcurrentLinkedQueue<>();
    private final RadioConditions conditions;
    private final UnaryOperator<Bytes> packetsOfReader;
    private final UnaryOperator<Bytes> packetsOfPhone;
    private final BleReaderServer server;
    private final Thread radio = new Thread(this::transmit, "simulated-radio");
    private volatile boolean stopped;
    private long connections;

    private SimulatedRadio(
            Reader reader, int mtu, UnaryOperator<Bytes> packetsOfReader, UnaryOperator<Bytes> packetsOfPhone) {
        this.conditions = RadioConditions.good(Transport.BLE_GATT, mtu);
        this.packetsOfReader = packetsOfReader;
        this.packetsOfPhone = packetsOfPhone;
        this.server = BleReaderServer.builder(reader).eventSink(event -> {}).start();
        radio.setDaemon(true);
        radio.start();
    }

    /** Serves {@code reader}. */
    static SimulatedRadio around(Reader reader, int mtu) {
        return new SimulatedRadio(reader, mtu, UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** Serves a reader whose packets {@code spoiler} changes. */
    static SimulatedRadio withPacketsOfReader(Reader reader, int mtu, UnaryOperator<Bytes> spoiler) {
        return new SimulatedRadio(reader, mtu, spoiler, UnaryOperator.identity());
    }

    /** Serves a reader that takes a phone's packets for what {@code mended} makes of them. */
    static SimulatedRadio withPacketsOfPhone(Reader reader, int mtu, UnaryOperator<Bytes> mended) {
        return new SimulatedRadio(reader, mtu, UnaryOperator.identity(), mended);
    }

    @Override
    public BleLink connect() {
        SimulatedConnection connection;
        synchronized (time) {
            connection = new SimulatedConnection(time, conditions, connections++);
        }
        End reader = new End(connection.reader(), packetsOfReader, () -> {});
        return new End(connection.phone(), packetsOfPhone, () -> server.accept(reader));
    }

    private void transmit() {
        while (!stopped) {
            synchronized (time) {
                time.step();
            }
            for (Runnable report = reports.poll(); report != null; report = reports.poll()) {
                report.run();
            }
            LockSupport.parkNanos(BETWEEN_EVENTS_NANOS);
        }
    }

    @Override
    public void close() {
        server.close();
        stopped = true;
    }

    /** One end of a connection, for any thread; the phone subscribes when it is {@code opened}, and the reader hears of it then. */
    private final class End implements BleLink {
        private final BleLink link;
        private final UnaryOperator<Bytes> packets;
        private final Runnable opened;

        End(BleLink link, UnaryOperator<Bytes> packets, Runnable opened) {
            this.link = link;
            this.packets = packets;
            this.opened = opened;
        }

        @Override
        public Transport transport() {
            return link.transport();
        }

        @Override
        public int maxPacketOctets() {
            synchronized (time) {
                return link.maxPacketOctets();
            }
        }

        @Override
        public void open(Listener listener) {
            synchronized (time) {
                link.open(new Later(listener));
            }
            opened.run();
        }

        @Override
        public boolean offer(Bytes packet) {
            synchronized (time) {
                return link.offer(packets.apply(packet));
            }
        }

        @Override
        public void close(CloseReason reason) {
            synchronized (time) {
                link.close(reason);
            }
        }
    }

    /** Reports what happened once the radio's lock is free. */
    private final class Later implements BleLink.Listener {
        private final BleLink.Listener listener;

        Later(BleLink.Listener listener) {
            this.listener = listener;
        }

        @Override
        public void received(Bytes packet) {
            reports.add(() -> listener.received(packet));
        }

        @Override
        public void writable() {
            reports.add(listener::writable);
        }

        @Override
        public void closed(CloseReason reason) {
            reports.add(() -> listener.closed(reason));
        }
    }
}
