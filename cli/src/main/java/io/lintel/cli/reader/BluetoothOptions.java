package io.lintel.cli.reader;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.Shell;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.transport.bluez.BluetoothException;
import io.lintel.transport.bluez.BluezReader;
import java.util.function.Consumer;
import picocli.CommandLine.Option;

/** How a reader serves over Bluetooth. */
final class BluetoothOptions {
    @Option(
            names = "--ble",
            description =
                    "Serve phones over Bluetooth LE, by BlueZ, and not over TCP; \"reader enroll --transport ble\" lets the door"
                            + " accept them. When the adapter or bluetoothd goes"
                            + " away, the reader serves again as soon as it is back.")
    private boolean wanted;

    @Option(names = "--adapter", paramLabel = "NAME", description = "The Bluetooth adapter. Default: ${DEFAULT-VALUE}.")
    private String adapter = "hci0";

    @Option(
            names = "--power",
            paramLabel = "DBM",
            description = "What a phone measures one metre away from this door. Default: ${DEFAULT-VALUE}.")
    private int power = -59;

    boolean isWanted() {
        return wanted;
    }

    TransportOption.Accepted served() {
        return wanted ? TransportOption.Accepted.BLE : TransportOption.Accepted.TCP;
    }

    /** Serves on the adapter until the door is closed. */
    OpenDoor open(Shell shell, Reader reader, Consumer<AccessEvent> sink) {
        BluezReader server = BluezReader.builder(reader)
                .adapter(adapter)
                .powerAtOneMetre(power)
                .eventSink(sink)
                .clock(shell.clock())
                .presence(new Told(shell))
                .start();
        String address = server.address().toString();
        String name = adapter;
        return new OpenDoor() {
            @Override
            public String address() {
                return address;
            }

            @Override
            public String where() {
                return "advertises on " + name + " as " + address;
            }

            @Override
            public String tapOptions() {
                return "--ble --address " + address;
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    private record Told(Shell shell) implements BluezReader.Presence {
        @Override
        public void lost(BluetoothException reason) {
            shell.print(Answer.saying("Nobody can tap: " + reason.getMessage())
                    .fact("event", "bluetooth-lost")
                    .fact("reason", reason.errorCode()));
        }

        @Override
        public void back() {
            shell.print(Answer.saying("Bluetooth is back; phones can tap.").fact("event", "bluetooth-back"));
        }
    }
}
