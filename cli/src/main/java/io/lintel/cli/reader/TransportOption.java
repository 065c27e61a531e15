package io.lintel.cli.reader;

import io.lintel.cli.shell.Shell;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.tap.Transport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option that says over what phones may tap a door. */
final class TransportOption {
    /** What a person names; {@code ble} is short for both ways of Bluetooth. */
    enum Accepted {
        TCP,
        BLE,
        BLE_GATT,
        BLE_L2CAP;

        Set<Transport> transports() {
            return switch (this) {
                case TCP -> Set.of(Transport.TCP);
                case BLE -> Set.of(Transport.BLE_GATT, Transport.BLE_L2CAP);
                case BLE_GATT -> Set.of(Transport.BLE_GATT);
                case BLE_L2CAP -> Set.of(Transport.BLE_L2CAP);
            };
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    @Option(
            names = "--transport",
            paramLabel = "TRANSPORT",
            split = ",",
            description =
                    "Over what phones may tap this door: ${COMPLETION-CANDIDATES}; may be given several times. TCP"
                            + " proves no proximity. Default: what the configuration in DIR says, and tcp where there is none.")
    private List<Accepted> accepted = List.of();

    /** What was named, or else what a reader's configuration says, or else TCP where there is none yet. */
    Set<Transport> orToldBy(Shell shell, Path artefact) {
        if (!accepted.isEmpty()) {
            return accepted.stream()
                    .flatMap(each -> each.transports().stream())
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Transport.class)));
        }
        return Files.exists(artefact) ? told(shell, artefact) : Accepted.TCP.transports();
    }

    private static Set<Transport> told(Shell shell, Path file) {
        try (ReaderArtefact artefact = ArtefactFile.read(shell, file)) {
            return artefact.content().policy().transports();
        }
    }
}
