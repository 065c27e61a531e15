/** BlueZ adapters of the BLE link port, reader and phone side. */
@org.jspecify.annotations.NullMarked
module io.lintel.transport.bluez {
    requires static org.jspecify;
    requires transitive io.lintel.transport.ble;
}
