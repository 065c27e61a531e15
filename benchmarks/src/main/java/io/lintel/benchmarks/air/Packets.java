package io.lintel.benchmarks.air;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.ble.FramingLimits;
import java.time.Duration;

/** How messages are cut into packets over GATT: by the product's own framing, whoever's messages they are. */
final class Packets {
    private static final int ATT_HEADER = 3;
    private static final int LONGEST = 0xFFFF;

    /** Room for the certificates of TLS, which a tap never needs. */
    private static final FramingLimits LIMITS = new FramingLimits(LONGEST, Duration.ofMinutes(1));

    private Packets() {}

    static Framing framing() {
        return Framing.of(Transport.BLE_GATT, LIMITS);
    }

    static Bytes blank(int octets) {
        return Bytes.copyOf(new byte[octets]);
    }

    /** Counts the packets of one message. */
    static int count(int octets, int mtu) {
        Framing framing = framing();
        framing.send(blank(octets));
        int packets = 0;
        while (framing.nextPacket(mtu - ATT_HEADER).isPresent()) {
            packets++;
        }
        return packets;
    }
}
