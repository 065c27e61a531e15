package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bluez.Adapter1;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** Has bluetoothd listen for a while, and reads what it heard. */
final class Scan {
    private static final String DEVICE = "org.bluez.Device1";
    /** What a controller says that measures no signals. */
    private static final int NOT_MEASURED = 127;

    private final Bus bus;

    Scan(Bus bus) {
        this.bus = bus;
    }

    List<Sighting> listen(Duration time) {
        return bus.call("listen for readers", () -> {
            Adapter1 adapter = bus.remote(bus.adapterPath(), Adapter1.class);
            adapter.SetDiscoveryFilter(Map.of("Transport", new Variant<>("le")));
            adapter.StartDiscovery();
            try {
                pause(time);
                return heard();
            } finally {
                adapter.StopDiscovery();
            }
        });
    }

    private List<Sighting> heard() {
        return bus
                .call(
                        "tell what it heard",
                        () -> bus.remote("/", ObjectManager.class).GetManagedObjects())
                .entrySet()
                .stream()
                .filter(object -> object.getKey().getPath().startsWith(bus.adapterPath() + "/"))
                .flatMap(object -> Stream.ofNullable(object.getValue().get(DEVICE)))
                .flatMap(device -> sighting(device).stream())
                .sorted(Comparator.comparingInt(Sighting::signal).reversed())
                .toList();
    }

    private static Optional<Sighting> sighting(Map<String, Variant<?>> device) {
        Variant<?> signal = device.get("RSSI");
        Variant<?> data = device.get("ServiceData");
        Variant<?> address = device.get("Address");
        Variant<?> type = device.get("AddressType");
        if (data == null || address == null) {
            return Optional.empty();
        }
        Object ours = ((Map<?, ?>) data.getValue()).get(BleUuids.SERVICE.toString());
        boolean isRandom = type != null && "random".equals(type.getValue());
        return ReaderAdvertisement.parse(octets(ours))
                .map(reader -> new Sighting(
                        new BluetoothAddress((String) address.getValue(), isRandom), reader, decibels(signal)));
    }

    private static int decibels(@Nullable Variant<?> signal) {
        int told = signal == null ? NOT_MEASURED : ((Number) signal.getValue()).intValue();
        return told == NOT_MEASURED ? Sighting.UNKNOWN : told;
    }

    /** The octets of a value inside a variant, which the library gives as an array or as a list; none of any other. */
    private static Bytes octets(@Nullable Object value) {
        Object inner = value instanceof Variant<?> variant ? variant.getValue() : value;
        if (inner instanceof byte[] array) {
            return Bytes.copyOf(array);
        }
        return inner instanceof List<?> list
                ? Bytes.of(list.stream()
                        .mapToInt(octet -> ((Number) octet).intValue() & 0xFF)
                        .toArray())
                : Bytes.of();
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt(); // and what was heard so far is told
        }
    }
}
