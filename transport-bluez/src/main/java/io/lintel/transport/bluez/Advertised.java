package io.lintel.transport.bluez;

import io.lintel.transport.ble.BleUuids;
import io.lintel.transport.ble.ReaderAdvertisement;
import java.util.List;
import java.util.Map;
import org.bluez.LEAdvertisement1;
import org.freedesktop.dbus.types.Variant;

/**
 * One advertising set ({@code spec/ble.md} 2.1). There are two, since BlueZ before 5.80 cannot set a scan response:
 * the service, and the service data, which fills a packet so that no flags fit beside it.
 */
final class Advertised extends Exported implements LEAdvertisement1 {
    private static final String TYPE = "org.bluez.LEAdvertisement1";

    private Advertised(String path, Map<String, Variant<?>> properties) {
        super(path, TYPE, properties);
    }

    static List<Advertised> of(String root, ReaderAdvertisement reader) {
        Variant<String> peripheral = new Variant<>("peripheral");
        String service = BleUuids.SERVICE.toString();
        Map<String, Variant<?>> data =
                Map.of(service, new Variant<>(reader.encoded().toByteArray(), "ay"));
        return List.of(
                new Advertised(
                        root + "/service",
                        Map.of(
                                "Type", peripheral,
                                "Discoverable", new Variant<>(true),
                                "ServiceUUIDs", new Variant<>(new String[] {service}, "as"))),
                new Advertised(
                        root + "/data", Map.of("Type", peripheral, "ServiceData", new Variant<>(data, "a{sv}"))));
    }

    @Override
    public void Release() {
        // bluetoothd let go of it; the watch over the adapter finds out why.
    }
}
