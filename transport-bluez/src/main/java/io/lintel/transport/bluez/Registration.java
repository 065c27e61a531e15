package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.IntFunction;
import org.bluez.Device1;
import org.bluez.GattManager1;
import org.bluez.LEAdvertisingManager1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader as one bluetoothd knows it: its service, its advertisement, and where it accepts channels. It ends for good when that
 * bluetoothd, or the adapter, does.
 */
final class Registration implements Registered, GattPhones.Stack {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final String DEVICE = "org.bluez.Device1";

    private final Bus bus;
    private final GattPhones phones;
    private final String owner;
    private final ChannelListener listener;
    private final List<Advertised> advertised = new ArrayList<>();
    private volatile boolean released;

    private Registration(Bus bus, ScheduledExecutorService lane, Channels channels) {
        this.bus = bus;
        this.phones = new GattPhones(lane, channels, this);
        this.owner = bus.serviceOwner();
        this.listener = ChannelListener.open(bus.address(), channels);
    }

    /**
     * Offers the service on {@code adapter} and advertises it; {@code channels} gets every channel that a phone opens.
     *
     * @param advertisement what to advertise, for the PSM where the reader accepts channels, or 0
     */
    static Registration of(
            String adapter,
            IntFunction<ReaderAdvertisement> advertisement,
            ScheduledExecutorService lane,
            Channels channels) {
        Bus bus = Bus.open(adapter);
        try {
            if (bus.offers(BleUuids.SERVICE.toString())) {
                throw new BluetoothException.InUse(adapter, null);
            }
            Registration made = new Registration(bus, lane, channels);
            try {
                made.register(advertisement.apply(made.listener.psm()));
                return made;
            } catch (RuntimeException failed) {
                made.listener.close();
                throw failed;
            }
        } catch (RuntimeException failed) {
            bus.close();
            throw failed;
        }
    }

    private void register(ReaderAdvertisement advertisement) {
        GattObjects gatt = new GattObjects(phones);
        bus.export(gatt);
        gatt.objects().forEach(bus::export);
        bus.on(Properties.PropertiesChanged.class, this::changed);
        bus.call("offer the reader's service", () -> {
            bus.remote(bus.adapterPath(), GattManager1.class)
                    .RegisterApplication(new DBusPath(GattObjects.ROOT), Map.of());
            return this;
        });
        for (Advertised each : advertised(advertisement)) {
            bus.export(each);
            bus.call("advertise", () -> {
                advertising().RegisterAdvertisement(new DBusPath(each.getObjectPath()), Map.of());
                return advertised.add(each);
            });
        }
    }

    private List<Advertised> advertised(ReaderAdvertisement advertisement) {
        return Advertised.of(GattObjects.ROOT + "/advertised", advertisement, () -> released = true);
    }

    private LEAdvertisingManager1 advertising() throws DBusException {
        return bus.remote(bus.adapterPath(), LEAdvertisingManager1.class);
    }

    @Override
    public void hide() {
        listener.close();
        advertised.forEach(this::withdraw);
    }

    /** One that has ended already, or that bluetoothd keeps, says nothing about the other. */
    private void withdraw(Advertised each) {
        try {
            bus.call("end advertising", () -> {
                advertising().UnregisterAdvertisement(new DBusPath(each.getObjectPath()));
                return each;
            });
        } catch (BluetoothException gone) {
            log.debug("The advertisement had ended already: {}", gone.getMessage());
        }
    }

    @Override
    public BluetoothAddress address() {
        return bus.address();
    }

    @Override
    public void check() {
        if (!bus.serviceOwner().equals(owner)) {
            throw new BluetoothException.NoService(null);
        }
        bus.requirePower();
        if (released) { // it forgets the service with an adapter that goes, and an adapter may be back at once
            throw new BluetoothException.Refused("advertise any longer", null);
        }
        listener.check();
    }

    private void changed(Properties.PropertiesChanged signal) {
        Variant<?> connected = signal.getPropertiesChanged().get("Connected");
        if (signal.getInterfaceName().equals(DEVICE)
                && connected != null
                && !Boolean.TRUE.equals(connected.getValue())) {
            phones.disconnected(signal.getPath());
        }
    }

    @Override
    public void notify(Bytes packet) {
        try {
            bus.send(GattObjects.notification(packet));
        } catch (DBusException refused) {
            log.warn("A packet could not be handed to the Bluetooth service: {}", refused.getMessage());
        }
    }

    /** bluetoothd sends what it holds first, and gives the phone two seconds to go by itself; that is not waited for. */
    @Override
    public void disconnect(String device) {
        try {
            bus.begin(bus.remote(device, Device1.class), "Disconnect");
        } catch (DBusException | RuntimeException gone) {
            log.debug("A phone had disconnected already: {}", gone.getMessage());
        }
    }

    @Override
    public void close() {
        listener.close();
        try {
            phones.end();
        } finally {
            bus.close();
        }
    }
}
