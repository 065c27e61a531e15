package io.lintel.transport.bluez;

import java.util.Map;
import org.freedesktop.dbus.errors.PropertyReadOnly;
import org.freedesktop.dbus.errors.UnknownProperty;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** An object of ours that bluetoothd reads: its properties of one interface, fixed. */
abstract class Exported implements Properties {
    private final String path;
    private final String type;
    private final Map<String, Variant<?>> properties;

    Exported(String path, String type, Map<String, Variant<?>> properties) {
        this.path = path;
        this.type = type;
        this.properties = Map.copyOf(properties);
    }

    final Map<String, Map<String, Variant<?>>> described() {
        return Map.of(type, properties);
    }

    @Override
    public final String getObjectPath() {
        return path;
    }

    @Override
    public final Map<String, Variant<?>> GetAll(String wanted) {
        return wanted.equals(type) ? properties : Map.of();
    }

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the interface is the library's
    public final <A> A Get(String wanted, String name) {
        Variant<?> value = GetAll(wanted).get(name);
        if (value == null) {
            throw new UnknownProperty(name);
        }
        return (A) value.getValue();
    }

    @Override
    public final <A> void Set(String wanted, String name, A value) {
        throw new PropertyReadOnly(name);
    }
}
