package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands that people type: a reader on one adapter, and a phone on the other. What they start with, {@code
 * testbed/town.sh} has made on the host by the same commands.
 */
class CommandBed {
    private static final Path TOWN = Path.of("/out/town");
    private static final String READER_ADDRESS = "00:AA:01:00:00:00";
    private static final int DENIED = 1;
    private static final int NOT_AS_IT_MUST_BE = 3;
    private static final int WARM_UPS = 5;
    private static final String LISTENS = "20";

    @TempDir
    private Path town;

    @BeforeEach
    void copyTheTown() throws IOException {
        try (Stream<Path> all = Files.walk(TOWN)) {
            for (Path each : all.filter(path -> !path.equals(TOWN)).toList()) {
                Files.copy(each, town.resolve(TOWN.relativize(each).toString()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void aPhoneIsGrantedColdThenFastAndDeniedOnceItsCredentialIsRevoked() throws IOException {
        try (LintelCommand reader = reader(Door.READER_ADAPTER)) {
            reader.await("\"listening\"");

            assertSays(0, List.of("\"granted\"", "\"cold\""), firstTap());
            assertSays(0, List.of("\"granted\"", "\"fast\""), tap("--address", READER_ADDRESS));
            Files.move(
                    town.resolve("revoked/reader.lintel"),
                    town.resolve("door/reader.lintel"),
                    StandardCopyOption.ATOMIC_MOVE);
            reader.await("\"configuration-in-force\"");
            assertSays(DENIED, List.of("\"denied\"", "\"revoked\""), tap("--address", READER_ADDRESS));

            reader.stop();
            reader.await("\"stopped\"");
        }
    }

    @Test
    void aReaderThatCannotServeSaysWhy() throws IOException {
        try (Door other = Door.open()) {
            assertCannotServe(Door.READER_ADAPTER, "\"bluetooth.in-use\"");
            assertCannotServe("hci7", "\"bluetooth.no-adapter\"");
            assertEquals(0, other.events.size());
        }
    }

    /** One at a time: two readers in one directory are refused for that. */
    private void assertCannotServe(String adapter, String why) throws IOException {
        try (LintelCommand reader = reader(adapter)) {
            assertSays(NOT_AS_IT_MUST_BE, List.of(why), reader);
        }
    }

    private LintelCommand reader(String adapter) throws IOException {
        return LintelCommand.start(town, "reader", "run", "--config", "door", "--ble", "--adapter", adapter);
    }

    /**
     * Again while it was too late for everybody: a reader's first taps load classes, as those of {@link Door} do. It listens
     * longer than a person would: bluetoothd hears late of an advertisement where the emulated processor is shared.
     */
    private LintelCommand firstTap() throws IOException {
        LintelCommand tap = tap("--listen-seconds", LISTENS);
        for (int i = 1; i < WARM_UPS && isTooLate(tap); i++) {
            tap = tap("--listen-seconds", LISTENS);
        }
        return tap;
    }

    private static boolean isTooLate(LintelCommand tap) {
        tap.exitStatus();
        return tap.said().contains("\"timed-out\"") && tap.said().contains("\"mayHaveOpened\":false");
    }

    /** Once more where {@code btvirt} refused the connection, with a phone that was switched off and on, as {@link Door} does. */
    private LintelCommand tap(String... where) throws IOException {
        String[] words = Stream.concat(
                        Stream.of("wallet", "tap", "--wallet", "phone", "--ble", "--adapter", Door.PHONE_ADAPTER),
                        Stream.of(where))
                .toArray(String[]::new);
        LintelCommand tap = LintelCommand.start(town, words);
        if (tap.exitStatus() == NOT_AS_IT_MUST_BE && tap.said().contains("\"bluetooth.unreachable\"")) {
            Door.restartPhone();
            return LintelCommand.start(town, words);
        }
        return tap;
    }

    private static void assertSays(int exitStatus, List<String> words, LintelCommand command) {
        assertEquals(exitStatus, command.exitStatus(), command::said);
        words.forEach(word -> assertTrue(command.said().contains(word), command::said));
    }
}
