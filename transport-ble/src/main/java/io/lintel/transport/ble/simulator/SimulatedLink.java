package io.lintel.transport.ble.simulator;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** One side of a {@link SimulatedConnection}: what waits to be sent, and who hears what comes in. */
final class SimulatedLink implements BleLink {
    private static final int BUFFERS = 4;
    private static final int ATT_HEADER_OCTETS = 3;
    private static final int SMALLEST_MTU = 23;

    private final SimulatedConnection connection;
    private final Deque<Bytes> outgoing = new ArrayDeque<>();
    private final Deque<Bytes> unheard = new ArrayDeque<>();
    private @Nullable Listener listener;
    private @Nullable CloseReason ending;
    private boolean closed;
    private boolean refused;
    private @Nullable Bytes overtaken;
    private int packetsSent;

    SimulatedLink(SimulatedConnection connection) {
        this.connection = connection;
    }

    int packetsSent() {
        return packetsSent;
    }

    /** Whether this side has closed, and all that it had offered has left. */
    boolean hasEnded() {
        return ending != null && outgoing.isEmpty();
    }

    CloseReason reason() {
        return ending == null ? CloseReason.DONE : ending;
    }

    @Override
    public Transport transport() {
        return connection.conditions().transport();
    }

    @Override
    public int maxPacketOctets() {
        int mtu = connection.conditions().mtu();
        if (transport() == Transport.BLE_L2CAP) {
            return mtu;
        }
        return (connection.isMtuExchanged() ? mtu : SMALLEST_MTU) - ATT_HEADER_OCTETS;
    }

    @Override
    public void open(Listener hears) {
        if (listener != null) {
            throw new IllegalStateException("a link is opened once");
        }
        listener = hears;
    }

    @Override
    public boolean offer(Bytes packet) {
        if (packet.isEmpty() || packet.size() > maxPacketOctets()) {
            throw new IllegalArgumentException("a packet of " + packet.size() + " octets does not fit");
        }
        if (closed || ending != null || outgoing.size() >= BUFFERS) {
            refused = !closed && ending == null;
            return false;
        }
        outgoing.add(packet);
        return true;
    }

    @Override
    public void close(CloseReason reason) {
        if (ending == null) {
            ending = reason;
        }
    }

    /** Whether anything is to be sent. */
    boolean waits() {
        return !outgoing.isEmpty();
    }

    /** Sends what fits into one connection event. */
    void transmitTo(SimulatedLink peer) {
        RadioConditions conditions = connection.conditions();
        for (int i = 0; i < conditions.packetsPerEvent() && !outgoing.isEmpty() && connection.isOpen(); i++) {
            if (connection.happens(conditions.faults().loss())) {
                break; // nothing behind it can be sent before it is acknowledged
            }
            packetsSent++;
            pass(outgoing.remove(), peer, conditions.faults());
        }
        if (outgoing.isEmpty() && overtaken != null) {
            peer.hear(overtaken);
            overtaken = null;
        }
        if (refused && outgoing.size() < BUFFERS && listener != null && !closed) {
            refused = false;
            listener.writable();
        }
    }

    /** What the two stacks make of a packet that the air has delivered. */
    private void pass(Bytes packet, SimulatedLink peer, RadioFaults faults) {
        if (connection.happens(faults.drop())) {
            return;
        }
        if (overtaken == null && connection.happens(faults.swap())) {
            overtaken = packet;
            return;
        }
        peer.hear(packet);
        if (connection.happens(faults.repeat())) {
            peer.hear(packet);
        }
        if (overtaken != null) {
            peer.hear(overtaken);
            overtaken = null;
        }
    }

    private void hear(Bytes packet) {
        unheard.add(packet);
        while (listener != null && !closed && !unheard.isEmpty()) {
            listener.received(unheard.remove());
        }
    }

    void tellClosed(CloseReason reason) {
        if (!closed) {
            closed = true;
            if (listener != null) {
                listener.closed(reason);
            }
        }
    }
}
