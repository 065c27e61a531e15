package android.bluetooth;

import java.util.UUID;

/** As much of Android's class as the documentation's example needs to compile. */
public interface BluetoothGattService {
    BluetoothGattCharacteristic getCharacteristic(UUID uuid);
}
