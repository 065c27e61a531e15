package io.lintel.transport.bluez;

import io.lintel.transport.ble.BleLink;

/** Taps over GATT on the test bed. The MTU is the attribute protocol's, which the phone asks for. */
class GattBed extends TapCases {
    @Override
    BleLink connect(int mtu) {
        return door.gatt(mtu);
    }
}
