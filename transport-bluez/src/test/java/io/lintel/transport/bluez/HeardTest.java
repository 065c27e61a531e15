package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;
import org.junit.jupiter.api.Test;

/** What becomes of the properties that bluetoothd tells of a device, as the D-Bus library hands them over. */
final class HeardTest {
    private static final String ADDRESS = "00:AA:01:00:00:01";
    private static final Bytes TAG = Bytes.of(0xF1, 2, 3, 4);
    private static final ReaderAdvertisement READER = new ReaderAdvertisement(TAG, TAG, 0x80, -59, Set.of());

    @Test
    void aDeviceWithOurServiceDataIsAReader() {
        assertEquals(
                Optional.of(new Sighting(BluetoothAddress.ofPublic(ADDRESS), READER, -70)),
                Heard.sighting(device(READER.encoded())));
    }

    @Test
    void anAddressMayBeRandomAndASignalUnmeasured() {
        Map<String, Variant<?>> device = device(READER.encoded());
        device.put("AddressType", new Variant<>("random"));
        device.put("RSSI", new Variant<>((short) 127));

        assertEquals(
                Optional.of(new Sighting(new BluetoothAddress(ADDRESS, true), READER, Sighting.UNKNOWN)),
                Heard.sighting(device));
    }

    @Test
    void aDeviceWithoutServiceDataOrWithOthersIsNone() {
        Map<String, Variant<?>> silent = device(READER.encoded());
        silent.remove("ServiceData");
        Map<String, Variant<?>> other = device(READER.encoded());
        other.put("ServiceData", new Variant<>(Map.of("another", octets(READER.encoded())), "a{sv}"));

        assertEquals(Optional.empty(), Heard.sighting(silent));
        assertEquals(Optional.empty(), Heard.sighting(other));
        assertEquals(Optional.empty(), Heard.sighting(device(Bytes.of(1, 2, 3))));
    }

    @Test
    void onlyAChangeOfADevicesSignalTellsOfOne() throws Exception {
        assertEquals(
                Optional.of(new Heard.Strength("/a", -70)),
                Heard.strength(change(Heard.DEVICE, Map.of("RSSI", new Variant<>((short) -70)))));
        assertEquals(Optional.empty(), Heard.strength(change(Heard.DEVICE, Map.of("RSSI", new Variant<>((short)
                127)))));
        assertEquals(Optional.empty(), Heard.strength(change(Heard.DEVICE, Map.of("Paired", new Variant<>(true)))));
        assertEquals(Optional.empty(), Heard.strength(change("org.bluez.Adapter1", Map.of("RSSI", new Variant<>((short)
                -70)))));
    }

    private static Map<String, Variant<?>> device(Bytes serviceData) {
        Map<String, Variant<?>> data = Map.of(BleUuids.SERVICE.toString(), octets(serviceData));
        return new HashMap<>(Map.of(
                "Address", new Variant<>(ADDRESS),
                "AddressType", new Variant<>("public"),
                "RSSI", new Variant<>((short) -70),
                "ServiceData", new Variant<>(data, "a{sv}")));
    }

    /** The library gives the octets inside a variant as a list. */
    private static Variant<?> octets(Bytes value) {
        List<Byte> list = new ArrayList<>();
        for (byte octet : value.toByteArray()) {
            list.add(octet);
        }
        return new Variant<>(list, "ay");
    }

    private static Properties.PropertiesChanged change(String type, Map<String, Variant<?>> properties)
            throws Exception {
        return new Properties.PropertiesChanged("/a", type, properties, List.of());
    }
}
