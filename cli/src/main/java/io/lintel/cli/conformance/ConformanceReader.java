package io.lintel.cli.conformance;

import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.conformance.ReaderConformance;
import io.lintel.conformance.ReaderTarget;
import io.lintel.transport.bluez.BluetoothAddress;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries a reader. */
@Command(
        name = "reader",
        header = "Try a reader: every tap that is right, and what it must refuse",
        description = {
            "",
            "Each case names the sentence of the specification that it tries, and a case that fails names the one that is "
                    + "broken, with what was expected and what was seen. It takes half a minute over TCP, and many minutes "
                    + "over Bluetooth."
        },
        footer = {"", "Example:", "  lintel conformance reader --target tcp://127.0.0.1:7401 --config kit/kit.txt"})
public final class ConformanceReader implements Callable<Integer> {
    private static final String TCP = "tcp://";
    private static final String BLE = "ble:";
    private static final String L2CAP = "l2cap:";

    private final Shell shell;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            required = true,
            description =
                    "Where the reader is: tcp://HOST:PORT, or over Bluetooth LE, by BlueZ's kernel sockets, ble:ADDRESS for GATT"
                            + " and l2cap:ADDRESS for a channel to the PSM that it advertises.")
    private String target = "";

    @Option(names = "--adapter", paramLabel = "NAME", description = "The Bluetooth adapter. Default: ${DEFAULT-VALUE}.")
    private String adapter = "hci0";

    @Mixin
    private final TrialOptions options = new TrialOptions();

    /** A command of this shell. */
    public ConformanceReader(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (target.startsWith(TCP)) {
            return run(ReaderTarget.tcp(
                    HostAndPort.parse(target.substring(TCP.length())).resolve()));
        }
        if (target.startsWith(L2CAP)) {
            try (BluezLinks links = BluezLinks.overL2cap(adapter, address(L2CAP))) {
                return run(ReaderTarget.l2cap(links));
            }
        }
        try (BluezLinks links = BluezLinks.overGatt(adapter, address(BLE))) {
            return run(ReaderTarget.gatt(links));
        }
    }

    private BluetoothAddress address(String scheme) {
        try {
            if (target.startsWith(scheme)) {
                return BluetoothAddress.ofPublic(target.substring(scheme.length()));
            }
        } catch (IllegalArgumentException noAddress) {
            // Said below.
        }
        throw CommandFailure.usage(
                "cli.bad-target",
                "\"" + target
                        + "\" is not a target. Write it as tcp://HOST:PORT, or as ble: or l2cap: and a Bluetooth address.");
    }

    private Integer run(ReaderTarget reader) {
        Told told = options.told(shell);
        ReaderConformance trial = new ReaderConformance(
                options.material(shell),
                reader,
                options.timing(),
                options.seed(),
                options.fuzz(),
                options.chosen(),
                options.restart());
        return told.tell(trial.run(told::tell));
    }
}
