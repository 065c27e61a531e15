package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.jspecify.annotations.Nullable;

/** What bluetoothd says of devices that it heard, as {@link Scan} wants it. */
final class Heard {
    static final String DEVICE = "org.bluez.Device1";
    private static final String SIGNAL = "RSSI";
    /** What a controller says that measures no signals. */
    private static final int NOT_MEASURED = 127;

    private Heard() {}

    /** A device, by its object path, was heard again so strongly. */
    record Strength(String device, int decibels) {}

    /** The strength that a change of properties tells, if it does. */
    static Optional<Strength> strength(Properties.PropertiesChanged change) {
        Variant<?> told = change.getPropertiesChanged().get(SIGNAL);
        int decibels = decibels(told);
        return change.getInterfaceName().equals(DEVICE) && decibels != Sighting.UNKNOWN
                ? Optional.of(new Strength(change.getPath(), decibels))
                : Optional.empty();
    }

    /** The reader that the properties of a device describe; empty where it is none. */
    static Optional<Sighting> sighting(Map<String, Variant<?>> device) {
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
                        new BluetoothAddress((String) address.getValue(), isRandom),
                        reader,
                        decibels(device.get(SIGNAL))));
    }

    private static int decibels(@Nullable Variant<?> signal) {
        int told = signal == null ? NOT_MEASURED : ((Number) signal.getValue()).intValue();
        return told == NOT_MEASURED ? Sighting.UNKNOWN : told;
    }

    /** The octets of a value inside a variant, which the library gives as a list; none of any other. */
    private static Bytes octets(@Nullable Object value) {
        return value instanceof Variant<?> variant && variant.getValue() instanceof List<?> list
                ? Bytes.of(list.stream()
                        .mapToInt(octet -> ((Number) octet).intValue() & 0xFF)
                        .toArray())
                : Bytes.of();
    }
}
