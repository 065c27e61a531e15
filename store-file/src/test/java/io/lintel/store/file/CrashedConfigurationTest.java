package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderArtefact;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import io.lintel.store.file.CrashingDisk.Failure;
import io.lintel.store.file.CrashingDisk.PowerCut;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A running reader that takes one configuration after the other, with a newer list in the second, while its power ends or its
 * disk fails before every single step. Afterwards it starts from one of them, and from none older than its receipts have said.
 */
@Tag("long")
class CrashedConfigurationTest {
    private static final int LAST = 3;
    private static final int CHANCES = Boolean.getBoolean("lintel.soak") ? 20 : 3;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final TestSite site = TestSite.of(Suite.X25519, 86);
    private final ReaderDraft door = site.reader();

    @TempDir
    Path temporary;

    private int tried;

    @Test
    void aPowerCutBeforeAnyStepLeavesOneConfigurationAndNoneOlderThanAReceiptSaid() {
        int steps = 0;
        for (int chance = 0; chance < CHANCES; chance++) {
            steps = failBeforeEveryStep(Failure.POWER_CUT, chance);
        }
        assertTrue(steps > 20, "two configurations, a list and notes take more than " + steps + " steps");
    }

    @Test
    void aFailureOfAnyStepLeavesTheReaderRunningAndTheNextConfigurationIsTaken() {
        failBeforeEveryStep(Failure.IO_ERROR, 0);
    }

    /** Returns how many steps there are. */
    private int failBeforeEveryStep(Failure failure, long chance) {
        int step = 0;
        while (failBefore(step, failure, chance)) {
            step++;
        }
        return step;
    }

    /** Returns whether the step was reached. */
    private boolean failBefore(int step, Failure failure, long chance) {
        Path directory = temporary.resolve("reader-" + tried++);
        take(FileReaderConfiguration.open(directory), 1);
        start(directory, CrashingDisk.sound()).files().close();
        CrashingDisk disk = new CrashingDisk(step, failure, chance);
        Receipt said = run(directory, disk, failure);
        try (Running restarted = start(directory, CrashingDisk.sound())) {
            long revision = restarted.reader().revision();
            assertTrue(revision >= said.revision() && revision <= LAST, () -> revision + " after " + said);
            long epoch = epoch(receipt(restarted.reader()));
            assertTrue(epoch >= epoch(said), () -> "list " + epoch + " after " + said);
        }
        return disk.hasFailed();
    }

    /** Returns the last receipt that it gave. */
    private Receipt run(Path directory, CrashingDisk disk, Failure failure) {
        Receipt[] said = new Receipt[1];
        try (Running sound = start(directory, CrashingDisk.sound())) {
            said[0] = receipt(sound.reader());
        }
        try (Running running = start(directory, disk)) {
            FileReaderConfiguration kept = FileReaderConfiguration.open(directory, disk);
            for (long revision = 2; revision <= LAST; revision++) {
                try {
                    running.reader().adopt(take(kept, revision));
                    said[0] = receipt(running.reader());
                    assertEquals(revision, said[0].revision());
                } catch (FileStoreException | ReaderMemoryException failed) {
                    assertEquals(Failure.IO_ERROR, failure);
                }
            }
            if (disk.hasFailed()) {
                running.reader().adopt(take(kept, LAST));
                assertEquals(LAST, running.reader().revision());
            }
        } catch (PowerCut off) {
            assertEquals(Failure.POWER_CUT, failure);
        }
        return said[0];
    }

    private ReaderArtefact take(FileReaderConfiguration kept, long revision) {
        try (SecretBytes octets = site.artefact(site.content(door, List.of(), site.list(revision)), revision)
                .encode()) {
            ReaderArtefact opened = ReaderArtefact.open(octets, suite -> site.suite());
            kept.take(opened, keys(), suite -> site.suite());
            return opened;
        }
    }

    private Running start(Path directory, CrashingDisk disk) {
        FileReaderMemory files = FileReaderMemory.open(directory, site.project(), disk);
        try (SecretBytes octets = FileReaderConfiguration.open(directory).load().orElseThrow()) {
            ReaderArtefact kept = ReaderArtefact.open(octets, suite -> site.suite());
            ReaderPorts ports = ReaderPorts.of(site.suite(), RANDOM);
            return new Running(
                    files, kept.reader(keys().dh(), keys().signing(), ports.withMemory(files), TestSite.NOW));
        }
    }

    private record Running(FileReaderMemory files, Reader reader) implements AutoCloseable {
        @Override
        public void close() {
            files.close();
        }
    }

    private ReaderKeys keys() {
        return new ReaderKeys(door.identity().dh(), door.identity().signing());
    }

    private static Receipt receipt(Reader reader) {
        return reader.receipt(TestSite.NOW).orElseThrow().value();
    }

    private static long epoch(Receipt receipt) {
        return receipt.list().map(Receipt.ListInForce::epoch).orElse(0L);
    }
}
