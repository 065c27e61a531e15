package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/** A channel over GATT, with messages framed as in {@code spec/ble.md} 4. For one thread. */
public final class GattLine extends BleLine {
    /** What any link takes. */
    private static final int PACKET_OCTETS = 20;

    GattLine(BleLink link, InstantSource clock) {
        super(link, clock);
    }

    /** Returns a message in the packets that it would be sent in next, 20 octets or less each: a case spoils and sends them. */
    public List<Bytes> cut(Bytes message) {
        return cut(message, PACKET_OCTETS);
    }

    /**
     * Sends a packet as it is, behind all messages; waits for room, or for the end of the channel, two seconds at the most.
     *
     * @param packet 1 to 20 octets, which any link takes
     * @throws IOException where the link takes nothing
     */
    public void sendPacket(Bytes packet) throws IOException {
        offer(packet);
    }

    /**
     * Expects that the other side, where it said why it ended the channel, gave a reason; nobody has to say it.
     *
     * @param number the sentence that tells the reason
     */
    public void expectReason(String number, CloseReason reason) {
        told().ifPresent(told ->
                Mismatch.unless(told == reason, number, "an end for " + word(reason), "one for " + word(told)));
    }

    private static String word(CloseReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    Seen.Unframed unframed(CloseReason reason) {
        boolean order = reason == CloseReason.OUT_OF_ORDER;
        return new Seen.Unframed(order ? "BLE-4.1-6" : "BLE-4.1-1", order ? "out of order" : "malformed");
    }
}
