package io.lintel.cli.conformance;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.conformance.ReaderTarget;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.BluetoothException;
import io.lintel.transport.bluez.BluezPhone;
import io.lintel.transport.bluez.Sighting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Connects to a reader by BlueZ's kernel sockets, as {@code wallet tap --ble} does. For one thread. */
final class BluezLinks implements ReaderTarget.Links, AutoCloseable {
    /** The kernel keeps a connection for two seconds behind its last socket; before that, bluetoothd turns the phone's next one away. */
    private static final Duration BETWEEN = Duration.ofMillis(2_500);

    private static final Duration LISTENS = Duration.ofSeconds(10);

    private final BluezPhone phone;
    private final Channel channel;
    private boolean connected;

    private BluezLinks(BluezPhone phone, Channel channel) {
        this.phone = phone;
        this.channel = channel;
    }

    /** Opens a channel to the reader. */
    @FunctionalInterface
    private interface Channel {
        BleLink open();
    }

    /**
     * Connects to {@code reader} from an adapter of this machine, over GATT.
     *
     * @throws BluetoothException if the adapter cannot be used now
     */
    static BluezLinks overGatt(String adapter, BluetoothAddress reader) {
        BluezPhone phone = BluezPhone.on(adapter);
        return new BluezLinks(phone, () -> phone.overGatt(reader, BluezPhone.MAX_MTU));
    }

    /**
     * Connects to {@code reader} from an adapter of this machine, over L2CAP, at the PSM that it advertises now.
     *
     * @throws BluetoothException if the adapter cannot be used now
     */
    static BluezLinks overL2cap(String adapter, BluetoothAddress reader) {
        BluezPhone phone = BluezPhone.on(adapter);
        try {
            int psm = psm(phone, reader);
            return new BluezLinks(phone, () -> phone.overL2cap(reader, psm, BluezPhone.MAX_MTU));
        } catch (RuntimeException failed) {
            phone.close();
            throw failed;
        }
    }

    private static int psm(BluezPhone phone, BluetoothAddress reader) {
        List<Sighting> heard = new ArrayList<>();
        phone.listen(LISTENS, sighting -> sighting.address().text().equals(reader.text()) && heard.add(sighting));
        if (heard.isEmpty()) {
            throw CommandFailure.environment(
                    "bluetooth.no-reader",
                    "No reader " + reader + " was heard within " + LISTENS.toSeconds()
                            + " s, so its PSM is not known. Check the address, and that the reader advertises.");
        }
        int psm = heard.get(0).advertisement().psm();
        if (psm == 0) {
            throw CommandFailure.environment(
                    "bluetooth.no-psm",
                    "The reader " + reader
                            + " advertises no PSM: it accepts no L2CAP channels. Try it over GATT, as ble:" + reader
                            + ".");
        }
        return psm;
    }

    @Override
    public BleLink connect() throws IOException {
        if (connected) {
            pause();
        }
        connected = true;
        try {
            return channel.open();
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
