package io.lintel.transport.bluez;

import io.lintel.transport.ble.BleLink;

/** Who serves the channels that phones open. Called from any thread. */
@FunctionalInterface
interface Channels {
    /**
     * Takes a channel.
     *
     * @param phone the name that bluetoothd's object has of the phone: the same for its channels over GATT and over L2CAP, and for no other
     *     phone's
     */
    void opened(BleLink link, String phone);
}
