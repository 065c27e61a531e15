package io.lintel.cli.wallet;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.Memberships;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.ble.BleTap;
import io.lintel.transport.ble.proximity.Choice;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.BluezPhone;
import io.lintel.transport.tcp.TapUnderWay;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a phone taps over Bluetooth. */
final class BluetoothOptions {
    private static final int MAX_LISTEN_SECONDS = 60;

    @Option(names = "--ble", description = "Tap over Bluetooth LE, by BlueZ's kernel sockets.")
    private boolean wanted;

    @Option(names = "--adapter", paramLabel = "NAME", description = "The Bluetooth adapter. Default: ${DEFAULT-VALUE}.")
    private String adapter = "hci0";

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description =
                    "The reader's Bluetooth address. Default: the door that is meant by what is heard: with --trigger widget"
                            + " or display the nearest, with automatic the one that the phone stays at, with list the only one in"
                            + " reach.")
    private @Nullable String address;

    @Option(
            names = "--listen-seconds",
            paramLabel = "SECONDS",
            description = "How long to listen for that door at the most, where no --address names it, 1 to "
                    + MAX_LISTEN_SECONDS + ". Default: ${DEFAULT-VALUE}.")
    private int listenSeconds = 3;

    boolean isWanted() {
        return wanted;
    }

    /** The way to the reader that the options name, or that the gesture means. */
    TapWay open(Shell shell, Trigger trigger, Wallet wallet, Memberships memberships) {
        if (listenSeconds < 1 || listenSeconds > MAX_LISTEN_SECONDS) {
            throw CommandFailure.usage(
                    "cli.bad-listen-seconds",
                    "--listen-seconds is 1 to " + MAX_LISTEN_SECONDS + ", not " + listenSeconds + ".");
        }
        BluezPhone phone = BluezPhone.on(adapter);
        BluetoothAddress reader = address == null
                ? meant(shell, phone, trigger, new KnownDoors(wallet, memberships))
                : BluetoothAddress.ofPublic(address);
        return new TapWay() {
            @Override
            public Transport transport() {
                return Transport.BLE_GATT;
            }

            @Override
            public TapUnderWay tap(PhoneSession session, CourierBudget budget) {
                BleTap tap = phone.tap(session, phone.overGatt(reader, BluezPhone.MAX_MTU), shell.clock(), budget);
                return new TapUnderWay(tap.result(), tap.carried());
            }

            @Override
            public void close() {
                phone.close();
            }
        };
    }

    private BluetoothAddress meant(Shell shell, BluezPhone phone, Trigger trigger, KnownDoors doors) {
        NearestDoor nearest = new NearestDoor(trigger, doors::modes);
        phone.listen(
                Duration.ofSeconds(listenSeconds),
                heard -> nearest.hear(heard, shell.clock().instant()));
        Choice<BluetoothAddress> choice = nearest.choice(shell.clock().instant());
        if (choice instanceof Choice.Open<BluetoothAddress> open) {
            return open.reader();
        }
        if (choice instanceof Choice.Unclear<BluetoothAddress> unclear) {
            throw CommandFailure.environment(
                    "bluetooth.unclear",
                    "More than one door is in reach. Name the reader with --address: "
                            + unclear.readers().stream()
                                    .map(BluetoothAddress::toString)
                                    .collect(Collectors.joining(", "))
                            + ".");
        }
        throw CommandFailure.environment(
                "bluetooth.no-reader",
                "No door of this wallet was heard near enough in " + listenSeconds
                        + " s. Go nearer to the door and try again, listen longer with --listen-seconds, or name the reader with"
                        + " --address.");
    }
}
