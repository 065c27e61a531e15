/** Framing, GATT and L2CAP profiles, proximity, and the BLE link port. */
@org.jspecify.annotations.NullMarked
module io.lintel.transport.ble {
    requires static org.jspecify;
    requires transitive io.lintel.protocol;

    exports io.lintel.transport.ble;
}
