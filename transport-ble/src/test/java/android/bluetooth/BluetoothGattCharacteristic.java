package android.bluetooth;

import java.util.UUID;

/** As much of Android's class as the documentation's example needs to compile. */
public interface BluetoothGattCharacteristic {
    int WRITE_TYPE_NO_RESPONSE = 1;

    BluetoothGattDescriptor getDescriptor(UUID uuid);
}
