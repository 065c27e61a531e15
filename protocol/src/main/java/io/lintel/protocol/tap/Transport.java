package io.lintel.protocol.tap;

import java.util.Optional;

/**
 * The kind of channel that carries a tap. Its wire name is part of every tap's prologue (spec/protocol.md 4.1), so a tap
 * recorded on one transport fails on another.
 */
public enum Transport {
    /** TCP with two-octet length framing. Proves no proximity; a site allows it by name. */
    TCP("tcp", Proximity.NOT_PROVEN),
    /** Bluetooth LE, GATT characteristic. */
    BLE_GATT("ble-gatt", Proximity.RADIO_RANGE),
    /** Bluetooth LE, L2CAP connection-oriented channel. */
    BLE_L2CAP("ble-l2cap", Proximity.RADIO_RANGE);

    /** What a transport alone says about the distance between phone and reader. */
    public enum Proximity {
        /** Nothing: the peer may be anywhere. */
        NOT_PROVEN,
        /** The peer, or a relay, was within radio range. */
        RADIO_RANGE
    }

    private final String wireName;
    private final Proximity proximity;

    Transport(String wireName, Proximity proximity) {
        this.wireName = wireName;
        this.proximity = proximity;
    }

    /** Returns the ASCII name that enters the prologue, for example {@code ble-gatt}. */
    public String wireName() {
        return wireName;
    }

    /** Returns what this transport alone says about distance. */
    public Proximity proximity() {
        return proximity;
    }

    /** Returns the transport with a wire name, or empty where there is none. */
    public static Optional<Transport> ofWireName(String wireName) {
        for (Transport transport : values()) {
            if (transport.wireName.equals(wireName)) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }
}
