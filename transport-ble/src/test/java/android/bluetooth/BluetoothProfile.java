package android.bluetooth;

/** As much of Android's class as the documentation's example needs to compile. */
public interface BluetoothProfile {
    int STATE_DISCONNECTED = 0;
    int STATE_CONNECTED = 2;
}
