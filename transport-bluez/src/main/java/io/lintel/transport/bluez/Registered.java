package io.lintel.transport.bluez;

/** What a reader has at one bluetoothd: it ends for good when that bluetoothd, or the adapter, does. */
interface Registered extends AutoCloseable {
    /** The adapter's own address. */
    BluetoothAddress address();

    /** Fails if bluetoothd or the adapter has gone, or has been away. */
    void check();

    /** Advertises and accepts channels no longer; a phone that has one is served on. */
    void hide();

    /** Lets go of the adapter behind what the lane has been given to send; not called on the lane, nor twice at once. */
    @Override
    void close();
}
