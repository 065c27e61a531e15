package io.lintel.transport.ble.simulator;

import io.lintel.protocol.tap.Transport;
import java.time.Duration;

/**
 * How one simulated connection behaves.
 *
 * @param transport GATT or L2CAP
 * @param interval from one connection event to the next, 7.5 ms to 4 s
 * @param packetsPerEvent how many packets each side sends in one event, 1 or more
 * @param mtu the ATT MTU, or the largest SDU: 23 to 517
 * @param mtuExchange how long the ATT MTU stays 23
 * @param faults what goes wrong
 */
public record RadioConditions(
        Transport transport,
        Duration interval,
        int packetsPerEvent,
        int mtu,
        Duration mtuExchange,
        RadioFaults faults) {
    private static final int SMALLEST_MTU = 23;
    private static final int LARGEST_MTU = 517;

    /** Refuses what no connection is like with {@link IllegalArgumentException}. */
    public RadioConditions {
        if (transport == Transport.TCP) {
            throw new IllegalArgumentException("a radio carries GATT or L2CAP");
        }
        if (interval.isNegative() || interval.isZero() || mtuExchange.isNegative()) {
            throw new IllegalArgumentException("times are positive");
        }
        if (packetsPerEvent < 1 || mtu < SMALLEST_MTU || mtu > LARGEST_MTU) {
            throw new IllegalArgumentException("an event has a packet at least, and an MTU is 23 to 517");
        }
    }

    /** A phone of today beside the door: an event each 15 ms, four packets in each, nothing lost. */
    public static RadioConditions good(Transport transport, int mtu) {
        return new RadioConditions(transport, Duration.ofMillis(15), 4, mtu, Duration.ZERO, RadioFaults.NONE);
    }

    /** These conditions with other faults. */
    public RadioConditions with(RadioFaults others) {
        return new RadioConditions(transport, interval, packetsPerEvent, mtu, mtuExchange, others);
    }
}
