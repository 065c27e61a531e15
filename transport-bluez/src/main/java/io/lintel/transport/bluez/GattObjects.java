package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleUuids;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bluez.GattCharacteristic1;
import org.bluez.GattService1;
import org.bluez.datatypes.TwoTuple;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.FileDescriptor;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.UInt16;
import org.freedesktop.dbus.types.Variant;

/** The GATT profile of {@code spec/ble.md} 3 as objects that bluetoothd calls. */
final class GattObjects implements ObjectManager {
    static final String ROOT = "/io/lintel/reader";
    private static final String SERVICE = ROOT + "/service";
    private static final String TO_READER = SERVICE + "/to_reader";
    private static final String TO_PHONE = SERVICE + "/to_phone";
    private static final String CHARACTERISTIC = "org.bluez.GattCharacteristic1";

    private final List<Exported> objects;

    GattObjects(Phones phones) {
        this.objects = List.of(new Service(), new ToReader(phones), new ToPhone(phones));
    }

    List<Exported> objects() {
        return objects;
    }

    /** The notification of a packet to the phone that has the channel. */
    static Properties.PropertiesChanged notification(Bytes packet) throws DBusException {
        return new Properties.PropertiesChanged(
                TO_PHONE, CHARACTERISTIC, Map.of("Value", new Variant<>(packet.toByteArray(), "ay")), List.of());
    }

    @Override
    public String getObjectPath() {
        return ROOT;
    }

    @Override
    public Map<DBusPath, Map<String, Map<String, Variant<?>>>> GetManagedObjects() {
        Map<DBusPath, Map<String, Map<String, Variant<?>>>> all = new LinkedHashMap<>();
        objects.forEach(each -> all.put(new DBusPath(each.getObjectPath()), each.described()));
        return all;
    }

    /** What phones do, told in the order in which it happened. */
    interface Phones {
        /** A phone subscribed; {@code device} is its object path. */
        void subscribed(String device, int mtu);

        /** The subscription that was told last holds. */
        void started();

        /** Nobody has a subscription that holds any more. */
        void stopped();

        /** A phone wrote; returns false where it has no channel, and then the write changed nothing. */
        boolean wrote(String device, int mtu, Bytes packet);
    }

    private static final class Service extends Exported implements GattService1 {
        Service() {
            super(
                    SERVICE,
                    "org.bluez.GattService1",
                    Map.of("UUID", new Variant<>(BleUuids.SERVICE.toString()), "Primary", new Variant<>(true)));
        }
    }

    /** What a characteristic refuses unless it says otherwise. */
    private abstract static class Characteristic extends Exported implements GattCharacteristic1 {
        final Phones phones;

        Characteristic(String path, Map<String, Variant<?>> properties, Phones phones) {
            super(path, CHARACTERISTIC, properties);
            this.phones = phones;
        }

        static Map<String, Variant<?>> described(String uuid, String... flags) {
            return Map.of(
                    "Service", new Variant<>(new DBusPath(SERVICE)),
                    "UUID", new Variant<>(uuid),
                    "Flags", new Variant<>(flags, "as"));
        }

        static String device(Map<String, Variant<?>> options) {
            Variant<?> device = options.get("device");
            return device == null ? "" : ((DBusPath) device.getValue()).getPath();
        }

        static int mtu(Map<String, Variant<?>> options) {
            Variant<?> mtu = options.get("mtu");
            return mtu == null ? Att.MIN_MTU : ((UInt16) mtu.getValue()).intValue();
        }

        static DBusExecutionException refusal() {
            return new DBusExecutionException("not offered");
        }

        @Override
        public byte[] ReadValue(Map<String, Variant<?>> options) {
            throw refusal();
        }

        @Override
        public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
            throw refusal();
        }

        @Override
        public TwoTuple<FileDescriptor, UInt16> AcquireWrite(Map<String, Variant<?>> options) {
            throw refusal();
        }

        @Override
        public TwoTuple<FileDescriptor, UInt16> AcquireNotify(Map<String, Variant<?>> options) {
            throw refusal();
        }

        @Override
        public void StartNotify() {
            phones.started(); // comes behind the refusal of a descriptor, which told whose subscription it is
        }

        @Override
        public void StopNotify() {
            phones.stopped(); // whose subscription ended is not said, only that it was the last
        }

        @Override
        public void Confirm() {
            // Of an indication; it needs nothing.
        }
    }

    private static final class ToReader extends Characteristic {
        ToReader(Phones phones) {
            super(TO_READER, described(BleUuids.TO_READER.toString(), "write-without-response", "write"), phones);
        }

        @Override
        public void WriteValue(byte[] value, Map<String, Variant<?>> options) {
            if (!phones.wrote(device(options), mtu(options), Bytes.copyOf(value))) {
                throw refusal();
            }
        }
    }

    private static final class ToPhone extends Characteristic {
        ToPhone(Phones phones) {
            super(TO_PHONE, acquirable(described(BleUuids.TO_PHONE.toString(), "notify")), phones);
        }

        private static Map<String, Variant<?>> acquirable(Map<String, Variant<?>> described) {
            Map<String, Variant<?>> all = new LinkedHashMap<>(described);
            all.put("NotifyAcquired", new Variant<>(false));
            return all;
        }

        /**
         * Learns who subscribed, which StartNotify does not tell, and refuses the descriptor: before BlueZ 5.69 there is one for all
         * phones. bluetoothd then keeps to notifications that it is handed one by one.
         */
        @Override
        public TwoTuple<FileDescriptor, UInt16> AcquireNotify(Map<String, Variant<?>> options) {
            phones.subscribed(device(options), mtu(options));
            throw refusal();
        }
    }
}
