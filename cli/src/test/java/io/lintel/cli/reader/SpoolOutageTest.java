package io.lintel.cli.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.link.DoorEvent;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.store.file.FileEventSpool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpoolOutageTest {
    private static final int EVENTS_PER_FILE = 1024;
    private static final DoorEvent EVENT = new DoorEvent(
            Instant.EPOCH,
            1,
            Optional.empty(),
            TapPath.COLD,
            Transport.TCP,
            Intent.of(Trigger.LIST),
            Duration.ofMillis(5));

    @TempDir
    private Path directory;

    @Test
    void storageThatFailsForAMomentNeitherThrowsAtTheDoorNorIsPassedOver() throws IOException {
        Path place = directory.resolve("events");
        Path elsewhere = directory.resolve("elsewhere");
        SpoolOutage outage = new SpoolOutage();
        try (FileEventSpool spool =
                FileEventSpool.open(place, 2 * EVENTS_PER_FILE, () -> Bytes.of(1, 2, 3, 4, 5, 6, 7, 8))) {
            for (int i = 0; i < EVENTS_PER_FILE; i++) {
                outage.around(() -> spool.add(EVENT));
            }
            assertTrue(outage.report().isEmpty());

            Files.move(place, elsewhere);
            outage.around(() -> spool.add(EVENT));
            outage.around(() -> spool.add(EVENT));
            assertTrue(outage.report().isPresent());
            assertTrue(outage.report().isEmpty(), "it is said once");

            Files.move(elsewhere, place);
            outage.around(() -> spool.add(EVENT));
            assertTrue(outage.report().isEmpty());
            assertEquals(EVENTS_PER_FILE + 3, spool.last());
        }
    }
}
