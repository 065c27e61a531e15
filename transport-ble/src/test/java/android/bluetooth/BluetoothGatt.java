package android.bluetooth;

import java.util.UUID;

/** As much of Android's class as the documentation's example needs to compile. */
public interface BluetoothGatt {
    int GATT_SUCCESS = 0;

    boolean requestMtu(int mtu);

    boolean discoverServices();

    BluetoothGattService getService(UUID uuid);

    boolean setCharacteristicNotification(BluetoothGattCharacteristic characteristic, boolean enable);

    int writeDescriptor(BluetoothGattDescriptor descriptor, byte[] value);

    int writeCharacteristic(BluetoothGattCharacteristic characteristic, byte[] value, int writeType);

    void disconnect();

    void close();
}
