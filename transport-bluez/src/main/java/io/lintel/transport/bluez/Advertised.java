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

    private final Runnable released;

    private Advertised(String path, Map<String, Variant<?>> properties, Runnable released) {
        super(path, TYPE, properties);
        this.released = released;
    }

    /** Both sets of a reader; {@code released} runs on a thread of the bus when bluetoothd lets go of one. */
    static List<Advertised> of(String root, ReaderAdvertisement reader, Runnable released) {
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
                                "ServiceUUIDs", new Variant<>(new String[] {service}, "as")),
                        released),
                new Advertised(
                        root + "/data",
                        Map.of("Type", peripheral, "ServiceData", new Variant<>(data, "a{sv}")),
                        released));
    }

    @Override
    public void Release() {
        released.run();
    }
}
