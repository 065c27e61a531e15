package io.lintel.transport.bluez;

import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.ReaderAdvertisement;
import io.lintel.transport.bluez.BluezReader.Registering;
import io.lintel.transport.session.Ending;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * A reader's place on an adapter, without the reader: it advertises, offers the GATT service, accepts L2CAP channels, and hands over
 * each channel that a phone opens. For tools that are a reader in a way of their own; a door runs a {@link BluezReader}, which
 * puts up with an adapter that comes and goes as well. Safe to share between threads.
 */
public final class BluezPeripheral implements AutoCloseable {
    private final ScheduledExecutorService lane;
    private final Registered registered;

    private BluezPeripheral(ScheduledExecutorService lane, Registered registered) {
        this.lane = lane;
        this.registered = registered;
    }

    /**
     * Advertises on {@code adapter}, as bluetoothctl names it.
     *
     * @param advertisement what to advertise, for the PSM where channels are accepted, or 0 for none
     * @param channels takes each channel that a phone opens, which nobody has opened here yet; called from any thread, and returns at once
     * @throws BluetoothException if the adapter cannot be used now
     */
    public static BluezPeripheral start(
            String adapter, IntFunction<ReaderAdvertisement> advertisement, Consumer<BleLink> channels) {
        return start(adapter, advertisement, channels, Registration::of);
    }

    static BluezPeripheral start(
            String adapter,
            IntFunction<ReaderAdvertisement> advertisement,
            Consumer<BleLink> channels,
            Registering registering) {
        ScheduledExecutorService lane = BluezReader.thread("lintel-bluetooth");
        try {
            return new BluezPeripheral(
                    lane, registering.register(adapter, advertisement, lane, (link, phone) -> channels.accept(link)));
        } catch (RuntimeException failed) {
            Ending.of(lane);
            throw failed;
        }
    }

    /** The adapter's address, by which phones connect. */
    public BluetoothAddress address() {
        return registered.address();
    }

    /**
     * Returns if phones can still open channels.
     *
     * @throws BluetoothException if the adapter or the Bluetooth service has gone, or has been away: then it advertises no longer
     */
    public void requirePresence() {
        registered.check();
    }

    /**
     * Stops advertising, ends GATT channels, and lets go of the adapter behind what was to be said. L2CAP channels that were handed over are
     * their takers' to open and to close. To be called once, and not by {@code channels}.
     */
    @Override
    public void close() {
        try {
            registered.hide();
        } finally {
            try {
                registered.close();
            } finally {
                Ending.of(lane);
            }
        }
    }
}
