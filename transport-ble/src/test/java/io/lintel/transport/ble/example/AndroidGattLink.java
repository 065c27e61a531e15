package io.lintel.transport.ble.example;

import android.bluetooth.BluetoothGatt;
import android.bluetooth.BluetoothGattCallback;
import android.bluetooth.BluetoothGattCharacteristic;
import android.bluetooth.BluetoothGattDescriptor;
import android.bluetooth.BluetoothGattService;
import android.bluetooth.BluetoothProfile;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.CloseReason;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A phone's end of a GATT channel on Android 13 and later: give it to {@code BluetoothDevice.connectGatt} as the callback. */
public final class AndroidGattLink extends BluetoothGattCallback implements BleLink {
    private static final UUID CONFIGURATION = UUID.fromString("00002902-0000-1000-8000-00805f9b34fb");
    private static final int LARGEST_MTU = 517;

    private final Executor executor;
    private final Consumer<BleLink> ready;
    private final Deque<Bytes> early = new ArrayDeque<>();
    private @Nullable BluetoothGatt gatt;
    private @Nullable BluetoothGattCharacteristic toReader;
    private volatile @Nullable Listener listener;
    private volatile @Nullable CloseReason closing;
    private int mtu = 23;
    private boolean writing;
    private boolean refused;
    private volatile boolean closed;

    /** Calls {@code ready} when the reader can be tapped: begin the {@code BleTap} there. Reports on {@code executor}, of one thread. */
    public AndroidGattLink(Executor executor, Consumer<BleLink> ready) {
        this.executor = executor;
        this.ready = ready;
    }

    @Override
    public synchronized void onConnectionStateChange(BluetoothGatt connection, int status, int state) {
        gatt = connection;
        if (state == BluetoothProfile.STATE_CONNECTED) {
            connection.requestMtu(LARGEST_MTU); // before subscribing, so that the opener is one packet
        } else if (state == BluetoothProfile.STATE_DISCONNECTED) {
            connection.close();
            over(status == BluetoothGatt.GATT_SUCCESS ? CloseReason.PEER_LEFT : CloseReason.CONNECTION_LOST);
        }
    }

    @Override
    public synchronized void onMtuChanged(BluetoothGatt connection, int size, int status) {
        if (status == BluetoothGatt.GATT_SUCCESS) {
            mtu = size;
        }
        connection.discoverServices();
    }

    @Override
    public synchronized void onServicesDiscovered(BluetoothGatt connection, int status) {
        BluetoothGattService service = connection.getService(BleUuids.SERVICE);
        if (service == null) { // no reader of ours
            connection.disconnect();
            return;
        }
        toReader = service.getCharacteristic(BleUuids.TO_READER);
        BluetoothGattCharacteristic toPhone = service.getCharacteristic(BleUuids.TO_PHONE);
        connection.setCharacteristicNotification(toPhone, true);
        connection.writeDescriptor(
                toPhone.getDescriptor(CONFIGURATION), BluetoothGattDescriptor.ENABLE_NOTIFICATION_VALUE);
    }

    @Override
    public void onDescriptorWrite(BluetoothGatt connection, BluetoothGattDescriptor descriptor, int status) {
        executor.execute(() -> ready.accept(this));
    }

    @Override
    public synchronized void onCharacteristicChanged(
            BluetoothGatt connection, BluetoothGattCharacteristic characteristic, byte[] value) {
        early.add(Bytes.copyOf(value));
        executor.execute(this::report);
    }

    @Override
    public synchronized void onCharacteristicWrite(
            BluetoothGatt connection, BluetoothGattCharacteristic characteristic, int status) {
        writing = false;
        if (closing != null) {
            connection.disconnect();
        } else if (refused && listener != null) {
            refused = false;
            executor.execute(listener::writable);
        }
    }

    @Override
    public Transport transport() {
        return Transport.BLE_GATT;
    }

    @Override
    public synchronized int maxPacketOctets() {
        return mtu - 3;
    }

    @Override
    public synchronized void open(Listener hears) {
        listener = hears;
        executor.execute(this::report);
    }

    @Override
    public synchronized boolean offer(Bytes packet) {
        if (writing || closed || closing != null || gatt == null || toReader == null) {
            refused = true;
            return false;
        }
        int status = gatt.writeCharacteristic(
                toReader, packet.toByteArray(), BluetoothGattCharacteristic.WRITE_TYPE_NO_RESPONSE);
        writing = status == BluetoothGatt.GATT_SUCCESS;
        refused = !writing;
        return writing;
    }

    @Override
    public synchronized void close(CloseReason reason) {
        if (closing == null) {
            closing = reason;
            if (!writing && gatt != null) {
                gatt.disconnect(); // otherwise behind the write under way
            }
        }
    }

    /** Without the lock while the listener works, which may want to send. */
    private void report() {
        for (Bytes packet = next(); packet != null; packet = next()) {
            if (listener != null) {
                listener.received(packet);
            }
        }
    }

    private synchronized @Nullable Bytes next() {
        return listener == null || closed ? null : early.poll();
    }

    private void over(CloseReason reason) {
        executor.execute(() -> {
            report();
            boolean tell = !closed && listener != null;
            closed = true;
            if (tell) {
                listener.closed(closing == null ? reason : closing);
            }
        });
    }
}
