package io.lintel.cli;

import static io.lintel.protocol.tap.Transport.BLE_GATT;
import static io.lintel.protocol.tap.Transport.BLE_L2CAP;
import static io.lintel.protocol.tap.Transport.TCP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.tap.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Over what a door accepts taps, as the artefact says that the commands write. */
class ReaderTransportTest {
    private final Primitives primitives = Primitives.select(new SecureRandom());

    @TempDir
    Path directory;

    private Terminal terminal;

    @BeforeEach
    void createSite() {
        terminal = new Terminal(directory);
        terminal.done("site", "create");
    }

    @Test
    void aDoorAcceptsTcpAloneUnlessItIsToldOtherwise() throws IOException {
        terminal.done("reader", "enroll");

        assertEquals(Set.of(TCP), accepted());
    }

    @Test
    void aDoorAcceptsWhatIsNamedAndNothingElse() throws IOException {
        terminal.done("reader", "enroll", "--transport", "ble");
        assertEquals(Set.of(BLE_GATT, BLE_L2CAP), accepted());

        terminal.done("reader", "enroll", "--transport", "BLE_L2CAP");
        assertEquals(Set.of(BLE_L2CAP), accepted());

        terminal.done("reader", "enroll", "--transport", "tcp", "--transport", "ble-gatt");
        assertEquals(Set.of(TCP, BLE_GATT), accepted());
    }

    @Test
    void anUpdateAndASecondEnrolmentKeepWhatTheDoorAccepts() throws IOException {
        terminal.done("reader", "enroll", "--transport", "ble");

        terminal.done("reader", "update");
        assertEquals(Set.of(BLE_GATT, BLE_L2CAP), accepted());
        terminal.done("reader", "enroll");
        assertEquals(Set.of(BLE_GATT, BLE_L2CAP), accepted());
    }

    @Test
    void anUpdateChangesWhatTheDoorAcceptsWhereItIsTold() throws IOException {
        terminal.done("reader", "enroll");

        terminal.done("reader", "update", "--transport", "ble,tcp");

        assertEquals(Set.of(Transport.values()), accepted());
    }

    @Test
    void anUnknownTransportIsAUsageErrorAndEnrollsNobody() {
        Printed refused = terminal.run("reader", "enroll", "--transport", "pigeon");

        assertEquals(2, refused.exitCode());
        assertTrue(refused.err().contains("ble-gatt"), refused.err());
        assertFalse(Files.exists(directory.resolve("front-door")));
    }

    @Test
    void aReaderThatServesWhatItsDoorRefusesSaysSoAtTheStartAndOnceItIsMendedNoMore() {
        terminal.done("reader", "enroll", "--transport", "ble");
        try (Terminal.Running reader = terminal.start("reader", "run", "--listen", "127.0.0.1:0")) {
            String printed = reader.printed();
            assertTrue(printed.contains("The configuration accepts ble-gatt, ble-l2cap"), printed);
            assertTrue(printed.contains("--transport tcp"), printed);

            terminal.done("reader", "update", "--transport", "tcp");
            reader.await("is in force");
        }
        try (Terminal.Running reader = terminal.start("reader", "run", "--listen", "127.0.0.1:0")) {
            assertFalse(reader.printed().contains("The configuration accepts"), reader::printed);
        }
    }

    /** The adapter is none, so that it ends at once wherever it runs. */
    @Test
    void aReaderThatServesBluetoothSaysThatItsDoorRefusesIt() {
        terminal.done("reader", "enroll");

        Printed printed = terminal.run("reader", "run", "--ble", "--adapter", "nowhere");

        assertTrue(printed.out().contains("The configuration accepts tcp, and this reader serves ble"), printed.out());
        assertTrue(printed.out().contains("--transport ble"), printed.out());
    }

    private Set<Transport> accepted() throws IOException {
        byte[] octets = Files.readAllBytes(directory.resolve("front-door/reader.lintel"));
        try (SecretBytes encoded = SecretBytes.takeOwnership(octets);
                ReaderArtefact artefact = ReaderArtefact.open(encoded, primitives::suite)) {
            return artefact.content().policy().transports();
        }
    }
}
