/** BlueZ adapters of the BLE link port, reader and phone side. */
@org.jspecify.annotations.NullMarked
module io.lintel.transport.bluez {
    requires static org.jspecify;
    requires transitive io.lintel.transport.ble;
    requires transitive io.lintel.transport.tcp;
    requires bluez.dbus;
    requires com.sun.jna;
    requires org.freedesktop.dbus;
    requires org.slf4j;

    exports io.lintel.transport.bluez;
}
