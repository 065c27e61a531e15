package io.lintel.cli.reader;

import io.lintel.protocol.statement.Technology;
import io.lintel.sdk.model.MacAddress;
import io.lintel.sdk.model.ReaderDetails;
import io.lintel.sdk.reader.ReaderEntry;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that describe a reader; what is not given stays as it is. */
final class ReaderDetailsOption {
    @Option(names = "--name", paramLabel = "NAME", description = "What people see in the app.")
    private @Nullable String name;

    @Option(names = "--id", paramLabel = "ID", description = "What is printed on the reader.")
    private @Nullable String readerId;

    @Option(names = "--mac", paramLabel = "MAC", description = "Its Bluetooth address.")
    private @Nullable String mac;

    @Option(
            names = "--group",
            paramLabel = "NUMBER",
            split = ",",
            description = "The groups that it belongs to, 1 to 16383, at most 8.")
    private @Nullable Set<Integer> groups;

    @Option(
            names = "--technology",
            paramLabel = "COLOUR",
            description = "${COMPLETION-CANDIDATES}. It opens to credentials of its own colour.")
    private @Nullable Technology technology;

    @Option(
            names = "--from-app",
            paramLabel = "SWITCH",
            description = "${COMPLETION-CANDIDATES}: whether the app's list opens it.")
    private ReaderDetails.@Nullable Switch fromApp;

    @Option(
            names = "--one-tap",
            paramLabel = "SWITCH",
            description = "${COMPLETION-CANDIDATES}: whether it opens to a phone on which nobody chose it.")
    private ReaderDetails.@Nullable Switch oneTap;

    @Option(
            names = "--signal",
            paramLabel = "PERCENT",
            description = "Below this signal it is out of reach; more is nearer.")
    private @Nullable Integer signal;

    @Option(
            names = "--one-tap-signal",
            paramLabel = "PERCENT",
            description = "Below this signal it is out of reach of one-tap.")
    private @Nullable Integer oneTapSignal;

    /**
     * These details with what was given.
     *
     * @throws IllegalArgumentException where that is out of bounds
     */
    ReaderDetails over(ReaderDetails details) {
        return new ReaderEntry(
                        name == null ? details.name() : name,
                        Optional.ofNullable(readerId),
                        Optional.ofNullable(mac).map(MacAddress::parse),
                        Optional.empty(),
                        Optional.ofNullable(groups),
                        Optional.ofNullable(technology),
                        Optional.ofNullable(fromApp),
                        Optional.ofNullable(oneTap),
                        percent(signal),
                        percent(oneTapSignal))
                .over(details);
    }

    private static OptionalInt percent(@Nullable Integer given) {
        return given == null ? OptionalInt.empty() : OptionalInt.of(given);
    }
}
