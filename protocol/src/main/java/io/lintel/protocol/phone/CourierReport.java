package io.lintel.protocol.phone;

import java.util.OptionalLong;

/**
 * What came of a phone's work as a courier behind one tap.
 *
 * @param octets of a newer list that the reader asked for and got
 * @param receiptEpoch the epoch of the list that the reader enforces by the receipt that it gave, 0 if it has none; empty
 *     without a receipt
 */
public record CourierReport(int octets, OptionalLong receiptEpoch) {
    /** Nothing came of it, or there was nothing to do. */
    public static final CourierReport NOTHING = new CourierReport(0, OptionalLong.empty());
}
