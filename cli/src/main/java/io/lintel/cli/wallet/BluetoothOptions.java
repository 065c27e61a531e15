package io.lintel.cli.wallet;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleTap;
import io.lintel.transport.bluez.BluetoothAddress;
import io.lintel.transport.bluez.BluezPhone;
import io.lintel.transport.tcp.TapUnderWay;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a phone taps over Bluetooth. */
final class BluetoothOptions {
    private static final Duration LISTENS = Duration.ofSeconds(3);

    @Option(names = "--ble", description = "Tap over Bluetooth LE, by BlueZ's kernel sockets.")
    private boolean wanted;

    @Option(names = "--adapter", paramLabel = "NAME", description = "The Bluetooth adapter. Default: ${DEFAULT-VALUE}.")
    private String adapter = "hci0";

    @Option(
            names = "--address",
            paramLabel = "ADDRESS",
            description = "The reader's Bluetooth address. Default: the reader with the strongest signal.")
    private @Nullable String address;

    boolean isWanted() {
        return wanted;
    }

    /** The way to the reader that the options name. */
    TapWay open(Shell shell) {
        BluezPhone phone = BluezPhone.on(adapter);
        BluetoothAddress reader = address == null ? strongest(phone) : BluetoothAddress.ofPublic(address);
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

    private static BluetoothAddress strongest(BluezPhone phone) {
        return phone.scan(LISTENS).stream()
                .findFirst()
                .orElseThrow(() -> CommandFailure.environment(
                        "bluetooth.no-reader",
                        "No reader was heard in " + LISTENS.toSeconds() + " s. Go nearer to the door and try again, or"
                                + " name the reader with --address."))
                .address();
    }
}
