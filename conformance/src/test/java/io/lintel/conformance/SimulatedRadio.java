package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.SimulatedConnection;
import io.lintel.transport.ble.simulator.SimulatedTime;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * Simulated Bluetooth links for ends that have threads of their own. The simulation is one thread; here it is the radio's, which lets
 * connection events follow each other in about a millisecond, and tells both ends what came in while it holds no lock.
 */
final class SimulatedRadio implements AutoCloseable {
    private static final long BETWEEN_EVENTS_NANOS = 500_000;

    private final SimulatedTime time = new SimulatedTime(Instant.EPOCH);
    private final Queue<Runnable> reports = new ConcurrentLinkedQueue<>();
    private final RadioConditions conditions;
    private final Thread radio = new Thread(this::transmit, "simulated-radio");
    private volatile boolean stopped;
    private long connections;

    /** Begins to transmit, over channels of one kind. */
    SimulatedRadio(Transport transport, int mtu) {
        this.conditions = RadioConditions.good(transport, mtu);
        radio.setDaemon(true);
        radio.start();
    }

    Transport transport() {
        return conditions.transport();
    }

    /**
     * Returns the phone's end of a new connection. When the phone opens it, {@code reader} gets the other one.
     *
     * @param packetsOfReader changes what the reader sends
     * @param packetsOfPhone changes what the phone sends
     */
    BleLink connect(
            UnaryOperator<Bytes> packetsOfReader, UnaryOperator<Bytes> packetsOfPhone, Consumer<BleLink> reader) {
        SimulatedConnection connection;
        synchronized (time) {
            connection = new SimulatedConnection(time, conditions, connections++);
        }
        End other = new End(connection.reader(), packetsOfReader, () -> {});
        return new End(connection.phone(), packetsOfPhone, () -> reader.accept(other));
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
