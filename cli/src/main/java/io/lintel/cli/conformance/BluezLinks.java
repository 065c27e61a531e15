package io.lintel.cli.conformance;

import io.lintel.conformance.ReaderTarget;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.BluetoothException;
import io.lintel.transport.bluez.BluezPhone;
import java.io.IOException;
import java.time.Duration;

/** Connects to a reader by BlueZ's kernel sockets, as {@code wallet tap --ble} does. For one thread. */
final class BluezLinks implements ReaderTarget.Links, AutoCloseable {
    /** The kernel keeps a connection for two seconds behind its last socket; before that, bluetoothd turns the phone's next one away. */
    private static final Duration BETWEEN = Duration.ofMillis(2_500);

    private final BluezPhone phone;
    private final BluetoothAddress reader;
    private boolean connected;

    private BluezLinks(BluezPhone phone, BluetoothAddress reader) {
        this.phone = phone;
        this.reader = reader;
    }

    /**
     * Connects to {@code reader} from an adapter of this machine.
     *
     * @throws BluetoothException if the adapter cannot be used now
     */
    static BluezLinks on(String adapter, BluetoothAddress reader) {
        return new BluezLinks(BluezPhone.on(adapter), reader);
    }

    @Override
    public BleLink connect() throws IOException {
        if (connected) {
            pause();
        }
        connected = true;
        try {
            return phone.overGatt(reader, BluezPhone.MAX_MTU);
        } catch (BluetoothException.Unreachable unreachable) {
            throw new IOException(unreachable.getMessage(), unreachable);
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the run was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        phone.close();
    }
}
