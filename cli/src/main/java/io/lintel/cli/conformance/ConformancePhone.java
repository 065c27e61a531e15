package io.lintel.cli.conformance;

import io.lintel.cli.shell.Answer;
import io.lintel.cli.shell.CommandFailure;
import io.lintel.cli.shell.HostAndPort;
import io.lintel.cli.shell.Shell;
import io.lintel.conformance.PhoneConformance;
import io.lintel.conformance.PhoneTarget;
import io.lintel.conformance.material.Material;
import io.lintel.protocol.tap.Transport;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries a phone. */
@Command(
        name = "phone",
        header = "Try a phone: be the reader that it taps, right and wrong",
        description = {
            "",
            "Let the phone tap again and again, with a gesture, one tap after the other, until the run is over: each case "
                    + "takes one tap or a few. What the phone shows meanwhile means nothing. It taps over TCP, or over "
                    + "Bluetooth LE with --ble or --l2cap: the kit then advertises as a reader does."
        },
        footer = {
            "",
            "Example:",
            "  lintel conformance phone --listen 127.0.0.1:7401 --config kit/kit.txt",
            "  lintel conformance phone --ble --adapter hci0 --config kit/kit.txt"
        })
public final class ConformancePhone implements Callable<Integer> {
    private static final int POWER_AT_ONE_METRE = -59;

    private final Shell shell;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            converter = HostAndPort.Converter.class,
            description = "Where to listen for a phone over TCP; port 0 takes any free one.")
    private @Nullable HostAndPort listen;

    @Option(names = "--ble", description = "Be a reader over GATT, by BlueZ.")
    private boolean gatt;

    @Option(
            names = "--l2cap",
            description = "Be a reader over L2CAP, by BlueZ: the phone opens a channel to the PSM that is advertised.")
    private boolean l2cap;

    @Option(names = "--adapter", paramLabel = "NAME", description = "The Bluetooth adapter. Default: ${DEFAULT-VALUE}.")
    private String adapter = "hci0";

    @Mixin
    private final TrialOptions options = new TrialOptions();

    @Option(
            names = "--arrival",
            paramLabel = "TIME",
            converter = ShortDuration.class,
            description = "How long to wait for the phone's next tap. Default: 60s.")
    private Duration arrival = Duration.ofSeconds(60);

    /** A command of this shell. */
    public ConformancePhone(Shell shell) {
        this.shell = shell;
    }

    @Override
    public Integer call() {
        if (Stream.of(listen != null, gatt, l2cap).filter(given -> given).count() != 1) {
            throw CommandFailure.usage(
                    "cli.bad-target", "Say what the phone taps over: --listen HOST:PORT, --ble, or --l2cap.");
        }
        Material material = options.material(shell);
        if (material.readerKey().isEmpty()) {
            throw CommandFailure.refused(
                    "cli.conformance-no-key",
                    "This material was made for a reader that keeps its key. Make other material without --request.");
        }
        return listen == null ? overBluetooth(material) : overTcp(material, listen);
    }

    private Integer overTcp(Material material, HostAndPort where) {
        try (PhoneTarget.Tcp target = PhoneTarget.listen(where.resolve())) {
            String address = HostAndPort.of(target.address()).toString();
            return run(material, target, "listens on " + address, address);
        } catch (IOException refused) {
            throw CommandFailure.environment(
                    "cli.cannot-listen", "Cannot listen at " + where + ". Check that no other program does.");
        }
    }

    private Integer overBluetooth(Material material) {
        Transport transport = gatt ? Transport.BLE_GATT : Transport.BLE_L2CAP;
        try (BluezVisits visits =
                BluezVisits.on(adapter, transport, psm -> material.advertisement(psm, POWER_AT_ONE_METRE))) {
            String address = visits.address().toString();
            return run(material, visits.target(), "advertises on " + adapter + " as " + address, address);
        }
    }

    private Integer run(Material material, PhoneTarget target, String where, String address) {
        Told told = options.told(shell);
        shell.print(Answer.saying("The kit " + where + ". Let the phone tap until the run is over.")
                .fact("event", "listening")
                .fact("address", address));
        return told.tell(new PhoneConformance(material, target, options.restart())
                .run(options.timing(), arrival, options.seed(), options.fuzz(), options.chosen(), told::tell));
    }
}
