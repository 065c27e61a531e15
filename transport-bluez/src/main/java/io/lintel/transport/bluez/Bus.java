package io.lintel.transport.bluez;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusInterface;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.messages.DBusSignal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A connection of our own to the system's D-Bus, and through it to one adapter. What it exported and registered at bluetoothd ends with it.
 *
 * <p>One thread takes method calls: with the library's usual four, a burst of writes arrives in another order than it was sent.
 */
final class Bus implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Bus.class);
    private static final String BLUEZ = "org.bluez";
    private static final String ADAPTER = "org.bluez.Adapter1";

    private final DBusConnection connection;
    private final String adapter;

    private Bus(DBusConnection connection, String adapter) {
        this.connection = connection;
        this.adapter = adapter;
    }

    /** Connects, and finds the adapter, say {@code hci0}, powered. */
    static Bus open(String adapter) {
        Bus bus;
        try {
            bus = new Bus(
                    DBusConnectionBuilder.forSystemBus()
                            .withShared(false)
                            .receivingThreadConfig()
                            .withMethodCallThreadCount(1)
                            .withSignalThreadCount(1)
                            .connectionConfig()
                            .build(),
                    adapter);
        } catch (DBusException | DBusExecutionException unreachable) {
            throw new BluetoothException.NoService(unreachable);
        }
        try {
            bus.requireService();
            bus.requirePower();
            return bus;
        } catch (RuntimeException failed) {
            bus.close();
            throw failed;
        }
    }

    String adapterPath() {
        return "/org/bluez/" + adapter;
    }

    /** The adapter's own address. */
    BluetoothAddress address() {
        return BluetoothAddress.ofPublic((String) adapterProperty("Address"));
    }

    /** Whether the adapter offers a GATT service already, ours or another's. */
    boolean offers(String uuid) {
        Object uuids = adapterProperty("UUIDs");
        List<?> all = uuids instanceof Object[] several ? Arrays.asList(several) : (List<?>) uuids;
        return all.contains(uuid);
    }

    /** Which bluetoothd answers: another name after it was started again. */
    String serviceOwner() {
        String owner;
        try {
            owner = String.valueOf(connection.getDBusOwnerName(BLUEZ));
        } catch (DBusExecutionException absent) {
            throw new BluetoothException.NoService(absent);
        }
        if (!owner.startsWith(":")) {
            throw new BluetoothException.NoService(null); // the library tells the absence of a name as none
        }
        return owner;
    }

    private void requireService() {
        log.debug("The Bluetooth service is {}", serviceOwner());
    }

    /** Fails unless the adapter is there and powered. */
    void requirePower() {
        if (!Boolean.TRUE.equals(adapterProperty("Powered"))) {
            throw new BluetoothException.NotPowered(adapter);
        }
    }

    private Object adapterProperty(String name) {
        return call(
                "describe the adapter",
                () -> remote(adapterPath(), Properties.class).<Object>Get(ADAPTER, name));
    }

    /** An object of bluetoothd. */
    <T extends DBusInterface> T remote(String path, Class<T> type) throws DBusException {
        return connection.getRemoteObject(BLUEZ, path, type);
    }

    void export(DBusInterface object) {
        call("take an object", () -> {
            connection.exportObject(object.getObjectPath(), object);
            return object;
        });
    }

    <T extends DBusSignal> void on(Class<T> signal, DBusSigHandler<T> handler) {
        call("report", () -> connection.addSigHandler(signal, handler));
    }

    void send(DBusSignal signal) {
        connection.sendMessage(signal);
    }

    /** Calls a method that answers later, and does not wait for that. */
    void begin(DBusInterface object, String method) {
        connection.callMethodAsync(object, method);
    }

    /** Makes a call, and says what its failure means. */
    <T> T call(String what, Call<T> call) {
        try {
            return call.make();
        } catch (DBusException | DBusExecutionException failed) {
            throw connection.isConnected() ? meaning(what, failed) : new BluetoothException.NoService(failed);
        }
    }

    private BluetoothException meaning(String what, Exception failed) {
        String name = nameOf(failed);
        return switch (name) {
            case "UnknownObject", "UnknownInterface", "UnknownMethod" ->
                new BluetoothException.NoAdapter(adapter, failed);
            case "AccessDenied", "AuthFailed" -> new BluetoothException.NotPermitted(failed);
            case "NotReady" -> new BluetoothException.NotPowered(adapter);
            case "AlreadyExists", "NotPermitted" -> new BluetoothException.InUse(adapter, failed);
            case "ServiceUnknown", "NameHasNoOwner", "ChildExited", "ExecFailed", "NoSuchUnit" ->
                new BluetoothException.NoService(failed);
            default -> new BluetoothException.Refused(what, failed);
        };
    }

    /** The last part of a D-Bus error's name, which the library tells in no other way. */
    @SuppressWarnings("removal")
    private static String nameOf(Exception failed) {
        String type = failed instanceof DBusExecutionException remote ? remote.getType() : null;
        String full = type == null ? failed.getClass().getName() : type;
        return full.substring(full.lastIndexOf('.') + 1);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (IOException gone) {
            // It is closed, then.
        }
    }

    /** A call that may fail as D-Bus does. */
    @FunctionalInterface
    interface Call<T> {
        T make() throws DBusException;
    }
}
