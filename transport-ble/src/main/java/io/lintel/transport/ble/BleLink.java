package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;

/**
 * One side's end of a Bluetooth LE channel: the port that a platform's Bluetooth is bound to.
 *
 * <p>Over GATT a packet is the value of one write (phone) or of one notification or indication (reader), and the channel
 * is open from the phone's subscription to its end or the disconnection. Over L2CAP a packet is one SDU of a
 * connection-oriented channel. A binding carries packets whole and in the order in which they were offered; what goes
 * wrong with that all the same, the framing finds ({@code spec/ble.md} 4).
 *
 * <p><b>Flow control.</b> {@link #offer} takes a packet or refuses it. A link that refused calls {@link
 * Listener#writable} once it can take one. It should hold few: what it took and has not sent is what the phone waits for.
 *
 * <p><b>Threads.</b> {@link #offer} and {@link #close} are called by any thread, one at a time. The link calls its listener from any
 * thread, one call at a time, never from within {@link #open}, {@link #offer} or {@link #close} of the same link.
 */
public interface BleLink {
    /** {@link Transport#BLE_GATT} or {@link Transport#BLE_L2CAP}; fixed for the life of the link. */
    Transport transport();

    /**
     * The most octets that a packet may have now: over GATT the ATT MTU less 3, so 20 at least; over L2CAP the SDU that the peer accepts,
     * 23 at least. It may grow while the link is open, never shrink.
     */
    int maxPacketOctets();

    /** Begins to report to {@code listener}; called once. What came in before is reported then. */
    void open(Listener listener);

    /**
     * Takes a packet to send.
     *
     * @param packet 1 to {@link #maxPacketOctets} octets
     * @return false if the link cannot take one now, or is closed; then nothing of it is sent
     */
    boolean offer(Bytes packet);

    /**
     * Ends the channel behind what has been offered; later calls do nothing. The listener is told with {@code reason}.
     */
    void close(CloseReason reason);

    /** What a link reports. */
    interface Listener {
        /** A packet came in, not empty. */
        void received(Bytes packet);

        /** The link can take packets again after it refused one. */
        void writable();

        /** The channel is gone; called once, and last. */
        void closed(CloseReason reason);
    }
}
