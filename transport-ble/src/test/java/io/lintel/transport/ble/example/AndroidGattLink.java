package io.lintel.transport.ble.example;

import android.bluetooth.BluetoothGatt;
import android.bluetooth.BluetoothGattCallback;
import android.bluetooth.BluetoothGattCharacteristic;
import android.bluetooth.BluetoothGattDescriptor;
import android.bluetooth.BluetoothGattService;
import android.bluetooth.BluetoothProfile;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.Alarm;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.CloseReason;
import java.time.Duration;
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
    private static final Duration BUSY = Duration.ofMillis(20);

    private final Executor executor;
    private final Alarm alarm;
    private final Consumer<BleLink> ready;
    private final Consumer<NoChannel> failed;
    private final Deque<Bytes> early = new ArrayDeque<>();
    private @Nullable BluetoothGatt gatt;
    private @Nullable BluetoothGattCharacteristic toReader;
    private volatile @Nullable Listener listener;
    private volatile @Nullable CloseReason closing;
    private int mtu = 23;
    private boolean writing;
    private boolean refused;
    private boolean settled;
    private volatile boolean closed;

    /** Why no channel came about. */
    public enum NoChannel {
        /** The device was not reached, or left before there was a channel. */
        UNREACHABLE,
        /** The device does not offer what a reader does. */
        NO_READER,
        /** A step failed at the device or in the phone. */
        REFUSED
    }

    /**
     * Calls {@code ready} when the reader can be tapped: begin the {@code BleTap} there; or {@code failed}, and neither a second time.
     * Reports on {@code executor}, of one thread.
     */
    public AndroidGattLink(Executor executor, Alarm alarm, Consumer<BleLink> ready, Consumer<NoChannel> failed) {
        this.executor = executor;
        this.alarm = alarm;
        this.ready = ready;
        this.failed = failed;
    }

    @Override
    public synchronized void onConnectionStateChange(BluetoothGatt connection, int status, int state) {
        gatt = connection;
        if (state == BluetoothProfile.STATE_CONNECTED) {
            if (!connection.requestMtu(LARGEST_MTU)) { // before subscribing, so that the opener is one packet
                discover(connection);
            }
        } else if (state == BluetoothProfile.STATE_DISCONNECTED) {
            connection.close();
            settle(() -> failed.accept(NoChannel.UNREACHABLE));
            over(status == BluetoothGatt.GATT_SUCCESS ? CloseReason.PEER_LEFT : CloseReason.CONNECTION_LOST);
        }
    }

    @Override
    public synchronized void onMtuChanged(BluetoothGatt connection, int size, int status) {
        if (status == BluetoothGatt.GATT_SUCCESS) {
            mtu = size;
        }
        discover(connection);
    }

    private void discover(BluetoothGatt connection) {
        if (!settled && !connection.discoverServices()) {
            fail(connection, NoChannel.REFUSED);
        }
    }

    @Override
    public synchronized void onServicesDiscovered(BluetoothGatt connection, int status) {
        BluetoothGattService service = connection.getService(BleUuids.SERVICE);
        BluetoothGattCharacteristic toPhone = service == null ? null : service.getCharacteristic(BleUuids.TO_PHONE);
        BluetoothGattDescriptor configuration = toPhone == null ? null : toPhone.getDescriptor(CONFIGURATION);
        toReader = service == null ? null : service.getCharacteristic(BleUuids.TO_READER);
        if (status != BluetoothGatt.GATT_SUCCESS) {
            fail(connection, NoChannel.REFUSED);
        } else if (toReader == null || configuration == null) {
            fail(connection, NoChannel.NO_READER);
        } else if (!connection.setCharacteristicNotification(toPhone, true)
                || connection.writeDescriptor(configuration, BluetoothGattDescriptor.ENABLE_NOTIFICATION_VALUE)
                        != BluetoothGatt.GATT_SUCCESS) {
            fail(connection, NoChannel.REFUSED);
        }
    }

    @Override
    public synchronized void onDescriptorWrite(
            BluetoothGatt connection, BluetoothGattDescriptor descriptor, int status) {
        if (status == BluetoothGatt.GATT_SUCCESS) {
            settle(() -> ready.accept(this));
        } else {
            fail(connection, NoChannel.REFUSED);
        }
    }

    private void fail(BluetoothGatt connection, NoChannel why) {
        settle(() -> failed.accept(why));
        connection.disconnect();
    }

    private void settle(Runnable outcome) {
        if (!settled) {
            settled = true;
            executor.execute(outcome);
        }
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
        if (status != BluetoothGatt.GATT_SUCCESS && closing == null) {
            closing = CloseReason.CONNECTION_LOST; // and the packet with it, which is not sent twice
        }
        if (closing != null) {
            connection.disconnect();
        } else {
            tellRoom();
        }
    }

    private synchronized void tellRoom() {
        if (refused && !writing && !closed && listener != null) {
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
        if (refused) { // busy with something else, whose end is not reported here
            alarm.after(BUSY, this::tellRoom);
        }
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
