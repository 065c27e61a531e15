/** Framing, GATT and L2CAP profiles, proximity, and the BLE link port; Netty only for {@code ble.netty}. */
@org.jspecify.annotations.NullMarked
module io.lintel.transport.ble {
    requires static org.jspecify;
    requires transitive io.lintel.protocol;
    requires static io.lintel.transport.tcp;
    requires static io.netty.common;
    requires static io.netty.buffer;
    requires static io.netty.transport;

    exports io.lintel.transport.ble;
    exports io.lintel.transport.ble.netty;
    exports io.lintel.transport.ble.proximity;
    exports io.lintel.transport.ble.simulator;
}
