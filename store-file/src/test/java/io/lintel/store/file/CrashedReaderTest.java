package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderMemoryException;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestSite;
import io.lintel.store.file.CrashingDisk.Failure;
import io.lintel.store.file.CrashingDisk.PowerCut;
import io.lintel.testing.Spec;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A reader whose power ends, or whose disk fails, before every single step of all that it writes. Afterwards one valid list
 * is in force, none older than what was in force before, and no receipt's number comes again.
 */
class CrashedReaderTest {
    private static final int LISTS = 4;
    private static final int CHANCES = Boolean.getBoolean("lintel.soak") ? 20 : 3;

    private final TestSite site = TestSite.of(Suite.X25519, 84);
    private final ReaderDraft door = site.reader().withoutList();

    @TempDir
    Path temporary;

    private final Map<Long, Signed<RevocationList>> lists = new HashMap<>();
    private int tried;

    /** What a reader said before it went down. */
    private static final class Said {
        long epoch;
        long number;
    }

    @Test
    @Spec({"LIST-5-2", "LIST-5-3"})
    void aPowerCutBeforeAnyStepLeavesOneListAndNoneOlder() {
        int steps = 0;
        for (int chance = 0; chance < CHANCES; chance++) {
            steps = failBeforeEveryStep(Failure.POWER_CUT, chance, memory -> memory);
        }
        assertTrue(steps > LISTS * 10, "a list takes two writes of six steps, not " + steps + " in all");
    }

    @Test
    void aFailureOfAnyStepChangesNothingAndTheNextListIsKept() {
        failBeforeEveryStep(Failure.IO_ERROR, 0, memory -> memory);
    }

    @Test
    void theHarnessFindsAReaderThatWritesOverTheListInForce() {
        assertThrows(AssertionError.class, () -> failEverywhere(OneSlot::new));
    }

    @Test
    void theHarnessFindsAReaderThatEnforcesBeforeItHasKept() {
        assertThrows(AssertionError.class, () -> failEverywhere(HastyMemory::new));
    }

    private void failEverywhere(UnaryOperator<ReaderMemory> variant) {
        for (int chance = 0; chance < CHANCES; chance++) {
            failBeforeEveryStep(Failure.POWER_CUT, chance, variant);
        }
    }

    /** Returns how many steps there are. */
    private int failBeforeEveryStep(Failure failure, long chance, UnaryOperator<ReaderMemory> variant) {
        int step = 0;
        while (failBefore(step, failure, chance, variant)) {
            step++;
        }
        return step;
    }

    /** Returns whether the step was reached. */
    private boolean failBefore(int step, Failure failure, long chance, UnaryOperator<ReaderMemory> variant) {
        Path directory = temporary.resolve("reader-" + tried++);
        Said said = new Said();
        // The steps that make the directory are not the reader's.
        open(directory, CrashingDisk.sound()).close();
        CrashingDisk disk = new CrashingDisk(step, failure, chance);
        try (FileReaderMemory memory = open(directory, disk)) {
            run(door.memory(variant.apply(memory)).start(), said);
        } catch (PowerCut off) {
            assertEquals(Failure.POWER_CUT, failure);
        }
        try (FileReaderMemory memory = open(directory, CrashingDisk.sound())) {
            assertKept(said, door.memory(variant.apply(memory)).start());
        }
        return disk.hasFailed();
    }

    private void run(Reader reader, Said said) {
        for (long epoch = 1; epoch <= LISTS; epoch++) {
            try {
                assertTrue(install(reader, epoch));
                said.epoch = epoch;
                said.number = number(reader);
            } catch (ReaderMemoryException failed) {
                assertEquals(ReaderMemoryException.Code.UNAVAILABLE, failed.code());
                long inForce = reader.listInForce()
                        .map(list -> list.value().listEpoch())
                        .orElse(0L);
                assertEquals(said.epoch, inForce);
            }
        }
    }

    private void assertKept(Said said, Reader restarted) {
        long epoch =
                restarted.listInForce().map(list -> list.value().listEpoch()).orElse(0L);
        assertTrue(epoch >= said.epoch, () -> "list " + epoch + " is in force after " + said.epoch);
        assertTrue(epoch <= LISTS);
        if (epoch > 0) {
            assertEquals(Optional.of(list(epoch)), restarted.listInForce());
            assertFalse(install(restarted, epoch));
        }
        assertTrue(number(restarted) > said.number, "a receipt's number came again");
        assertTrue(install(restarted, LISTS + 1));
    }

    private boolean install(Reader reader, long epoch) {
        return reader.install(list(epoch).bytes(), TestSite.NOW);
    }

    private Signed<RevocationList> list(long epoch) {
        return lists.computeIfAbsent(epoch, site::list);
    }

    private FileReaderMemory open(Path directory, Disk disk) {
        return FileReaderMemory.open(directory, site.project(), disk);
    }

    private static long number(Reader reader) {
        return reader.receipt(TestSite.NOW).orElseThrow().value().number();
    }
}
