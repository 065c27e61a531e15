package android.bluetooth;

/** As much of Android's class as the documentation's example needs to compile. */
@SuppressWarnings("MutablePublicArray") // as it is
public final class BluetoothGattDescriptor {
    public static final byte[] ENABLE_NOTIFICATION_VALUE = {1, 0};

    private BluetoothGattDescriptor() {}

    public static BluetoothGattDescriptor ofTests() {
        return new BluetoothGattDescriptor();
    }
}
