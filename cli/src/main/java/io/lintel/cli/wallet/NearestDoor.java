package io.lintel.cli.wallet;

import io.lintel.protocol.phone.DoorModes;
import io.lintel.protocol.phone.Platform;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.ble.ReaderAdvertisement;
import io.lintel.transport.ble.proximity.AutomaticMode;
import io.lintel.transport.ble.proximity.AvailableDoors;
import io.lintel.transport.ble.proximity.Choice;
import io.lintel.transport.ble.proximity.Doors;
import io.lintel.transport.ble.proximity.OneTap;
import io.lintel.transport.ble.proximity.Signal;
import io.lintel.transport.ble.proximity.Trace;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which of the readers around a gesture means ({@code spec/ble.md} 8). The widget and the display open the nearest, automatic mode the one
 * that the phone stays at; from the list a terminal opens a door only where it is the only one in reach.
 *
 * <p>An adapter that measures no signals tells nothing about who is near: then a reader that is alone counts as chosen from the list.
 */
final class NearestDoor {
    private final Trigger trigger;
    private final Function<ReaderAdvertisement, Optional<DoorModes>> modesOf;
    private final Map<BluetoothAddress, DoorModes> modes = new LinkedHashMap<>();
    private final List<BluetoothAddress> unmeasured = new ArrayList<>();
    private Trace<BluetoothAddress> heard = Trace.empty();
    private AvailableDoors<BluetoothAddress> listed = AvailableDoors.none();
    private AutomaticMode<BluetoothAddress> automatic = AutomaticMode.begin();
    private Optional<BluetoothAddress> opened = Optional.empty();
    private Optional<OneTap<BluetoothAddress>> gesture = Optional.empty();

    /**
     * @param modesOf how the door of a reader may be opened; empty where the phone has no credential for it
     */
    NearestDoor(Trigger trigger, Function<ReaderAdvertisement, Optional<DoorModes>> modesOf) {
        this.trigger = trigger;
        this.modesOf = modesOf;
    }

    /** Takes what was heard, and returns whether that decides it. */
    boolean hear(Sighting reader, Instant now) {
        BluetoothAddress address = reader.address();
        if (!modes.containsKey(address)) {
            modesOf.apply(reader.advertisement()).ifPresent(allowed -> modes.put(address, allowed));
        }
        if (!modes.containsKey(address)) {
            return false;
        }
        if (!reader.isMeasured()) {
            if (!unmeasured.contains(address)) {
                unmeasured.add(address);
            }
            return false;
        }
        heard = heard.with(new Signal<>(
                address, now, reader.signal(), reader.advertisement().powerAtOneMetre()));
        return look(now);
    }

    private boolean look(Instant now) {
        Doors<BluetoothAddress> doors = new Doors<>(modes, Platform.ANDROID);
        return switch (trigger) {
            case LIST -> {
                listed = listed.next(heard, doors, now);
                yield false;
            }
            case AUTOMATIC -> {
                automatic = automatic.look(heard, doors, now);
                opened = opened.or(automatic::opens);
                yield opened.isPresent();
            }
            case WIDGET, DISPLAY -> {
                OneTap<BluetoothAddress> next =
                        gesture.orElse(OneTap.made(trigger, now)).look(heard, doors, now);
                gesture = Optional.of(next);
                yield next.isDecided();
            }
        };
    }

    /** What has become of it, at the end of the listening. */
    Choice<BluetoothAddress> choice(Instant now) {
        if (modes.isEmpty() || (heard.signals().isEmpty() && trigger != Trigger.LIST)) {
            return new Choice.Nothing<>();
        }
        if (heard.signals().isEmpty()) {
            return ofList(unmeasured);
        }
        look(now);
        return switch (trigger) {
            case LIST -> ofList(listed.readers());
            case AUTOMATIC -> ofList(opened.stream().toList());
            case WIDGET, DISPLAY -> gesture.orElseThrow().choice();
        };
    }

    private static Choice<BluetoothAddress> ofList(List<BluetoothAddress> readers) {
        return switch (readers.size()) {
            case 0 -> new Choice.Nothing<>();
            case 1 -> new Choice.Open<>(readers.get(0));
            default -> new Choice.Unclear<>(readers);
        };
    }
}
