package io.lintel.cli.conformance;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.conformance.PhoneTarget;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.LinkEnd;
import io.lintel.transport.ble.ReaderAdvertisement;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.BluetoothException;
import io.lintel.transport.bluez.BluezPeripheral;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** The channels that phones open to the kit's reader on an adapter of this machine, by BlueZ, as {@code reader run --ble} does. */
final class BluezVisits implements PhoneTarget.Links, AutoCloseable {
    private final BlockingQueue<BleLink> opened = new LinkedBlockingQueue<>();
    private final Transport transport;
    private final BluezPeripheral place;

    private BluezVisits(String adapter, Transport transport, IntFunction<ReaderAdvertisement> advertisement) {
        this.transport = transport;
        this.place = BluezPeripheral.start(adapter, advertisement, this::take);
    }

    /**
     * Advertises on an adapter.
     *
     * @param advertisement for the PSM that phones are told, 0 where they are to use GATT
     * @throws BluetoothException if the adapter cannot be used now
     */
    static BluezVisits on(String adapter, Transport transport, IntFunction<ReaderAdvertisement> advertisement) {
        IntFunction<ReaderAdvertisement> told = psm -> {
            if (transport == Transport.BLE_L2CAP && psm == 0) {
                throw CommandFailure.environment(
                        "cli.no-l2cap", "This machine accepts no L2CAP channels. Try the phone over GATT, with --ble.");
            }
            return advertisement.apply(transport == Transport.BLE_L2CAP ? psm : 0);
        };
        return new BluezVisits(adapter, transport, told);
    }

    PhoneTarget target() {
        return transport == Transport.BLE_L2CAP ? PhoneTarget.l2cap(this) : PhoneTarget.gatt(this);
    }

    BluetoothAddress address() {
        return place.address();
    }

    private void take(BleLink link) {
        if (link.transport() == transport) {
            opened.add(link);
        } else {
            LinkEnd.turnAway(link);
        }
    }

    @Override
    public Optional<BleLink> next(Duration within) throws IOException {
        try {
            BleLink link = opened.poll(within.toMillis(), TimeUnit.MILLISECONDS);
            if (link == null) {
                place.requirePresence();
            }
            return Optional.ofNullable(link);
        } catch (BluetoothException gone) {
            throw new IOException(gone.getMessage(), gone);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("the run was interrupted", interrupted);
        }
    }

    @Override
    public void close() {
        opened.forEach(LinkEnd::turnAway);
        place.close();
    }
}
