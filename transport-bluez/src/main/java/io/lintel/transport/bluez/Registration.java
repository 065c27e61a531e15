package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.bluez.Device1;
import org.bluez.GattManager1;
import org.bluez.LEAdvertisingManager1;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reader as one bluetoothd knows it: its service, its advertisement, and the phone that has a channel. It ends for good when that
 * bluetoothd, or the adapter, does.
 *
 * <p>A notification goes to every phone that has subscribed, so one phone is served at a time, and one that comes
 * meanwhile is sent away.
 */
final class Registration implements Registered, GattObjects.Phones, GattLink.Ends {
    private static final Logger log = LoggerFactory.getLogger(Registration.class);
    private static final String DEVICE = "org.bluez.Device1";
    private static final Duration LEAVES_WITHIN = Duration.ofSeconds(10);

    private final Bus bus;
    private final ScheduledExecutorService lane;
    private final Consumer<BleLink> channels;
    private final String owner;
    private final ChannelListener listener;
    private final List<Advertised> advertised = new ArrayList<>();
    private final Set<GattLink> leaving = new HashSet<>();
    private @Nullable GattLink serving;

    private Registration(Bus bus, ScheduledExecutorService lane, Consumer<BleLink> channels) {
        this.bus = bus;
        this.lane = lane;
        this.channels = channels;
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
            Consumer<BleLink> channels) {
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
        GattObjects gatt = new GattObjects(this);
        bus.export(gatt);
        gatt.objects().forEach(bus::export);
        bus.on(Properties.PropertiesChanged.class, this::changed);
        bus.call("offer the reader's service", () -> {
            bus.remote(bus.adapterPath(), GattManager1.class)
                    .RegisterApplication(new DBusPath(GattObjects.ROOT), Map.of());
            return this;
        });
        for (Advertised each : Advertised.of(GattObjects.ROOT + "/advertised", advertisement)) {
            bus.export(each);
            bus.call("advertise", () -> {
                advertising().RegisterAdvertisement(new DBusPath(each.getObjectPath()), Map.of());
                return advertised.add(each);
            });
        }
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
    }

    @Override
    public void subscribed(String device, int mtu) {
        lane.execute(() -> {
            leaving.removeIf(link -> link.device().equals(device));
            GattLink current = serving;
            if (current != null && current.device().equals(device)) {
                current.end(CloseReason.PEER_LEFT);
            } else if (current != null) {
                disconnect(device);
                return;
            }
            GattLink opened = new GattLink(device, mtu, lane, this);
            serving = opened;
            channels.accept(opened);
        });
    }

    @Override
    public void wrote(String device, int mtu, Bytes packet) {
        lane.execute(() -> {
            if (serving != null && serving.device().equals(device)) {
                serving.received(packet, mtu);
            }
        });
    }

    private void changed(Properties.PropertiesChanged signal) {
        Variant<?> connected = signal.getPropertiesChanged().get("Connected");
        if (signal.getInterfaceName().equals(DEVICE)
                && connected != null
                && !Boolean.TRUE.equals(connected.getValue())) {
            String device = signal.getPath();
            lane.execute(() -> gone(device));
        }
    }

    private void gone(String device) {
        leaving.removeIf(link -> link.device().equals(device));
        GattLink current = serving;
        if (current != null && current.device().equals(device)) {
            serving = null;
            current.end(CloseReason.PEER_LEFT);
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

    @Override
    public void left(GattLink link, CloseReason reason) {
        if (!link.equals(serving)) {
            return;
        }
        serving = null;
        if (reason == CloseReason.DONE) {
            // bluetoothd's own timer would also hit the phone's next connection, so a phone that is done goes by
            // itself.
            leaving.add(link);
            var unused = lane.schedule(() -> dismiss(link), LEAVES_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } else {
            disconnect(link.device());
        }
    }

    private void dismiss(GattLink link) {
        if (leaving.remove(link)) {
            disconnect(link.device());
        }
    }

    /** bluetoothd sends what it holds first, and gives the phone two seconds to go by itself; that is not waited for. */
    private void disconnect(String device) {
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
            CompletableFuture.runAsync(
                            () -> {
                                GattLink current = serving;
                                serving = null;
                                if (current != null) {
                                    current.end(CloseReason.ADAPTER_GONE);
                                }
                            },
                            lane)
                    .join();
        } finally {
            bus.close();
        }
    }
}
