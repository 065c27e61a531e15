package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;

/** A connection-oriented channel: a packet is an SDU, and the kernel keeps to the peer's credits. */
final class L2capLink extends SocketLink {
    private final int maxPacketOctets;

    L2capLink(L2capSocket socket, int maxPacketOctets) {
        super(socket);
        this.maxPacketOctets = maxPacketOctets;
    }

    @Override
    public Transport transport() {
        return Transport.BLE_L2CAP;
    }

    @Override
    public int maxPacketOctets() {
        return maxPacketOctets;
    }

    @Override
    public boolean offer(Bytes packet) {
        return send(packet);
    }

    @Override
    void received(Bytes packet, Listener listener) {
        listener.received(packet);
    }
}
