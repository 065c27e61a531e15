package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.io.IOException;
import java.time.InstantSource;

/** A channel over L2CAP, with messages framed as in {@code spec/ble.md} 5. For one thread. */
public final class L2capLine extends BleLine implements OctetLine {
    L2capLine(BleLink link, InstantSource clock) {
        super(link, clock);
    }

    /** Sends octets as they are, in an SDU of their own, or in a few where the other side takes none so long. */
    @Override
    public void sendOctets(Bytes octets) throws IOException {
        int room = maxPacketOctets();
        for (int at = 0; at < octets.size(); at += room) {
            offer(octets.slice(at, Math.min(octets.size(), at + room)));
        }
    }

    @Override
    Seen.Unframed unframed(CloseReason reason) {
        return new Seen.Unframed("BLE-5-1", "of no length");
    }
}
