package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.statement.Receipt;
import io.lintel.protocol.testing.TestSite;
import io.lintel.store.file.BusyReader.Memory;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader that is killed while it takes lists: one valid list is in force then, and none older than it said last. */
@Tag("long")
class KilledReaderTest {
    private static final int KILLS = Boolean.getBoolean("lintel.soak") ? 500 : 25;
    private static final int MOST_KILLS_UNTIL_FOUND = 60;
    private static final int MOST_LISTS = 30;
    private static final int LONGEST_WAIT_NANOS = 8_000_000;

    private final TestSite site = BusyReader.site();
    private final Random random = new Random(20261121);

    @TempDir
    Path temporary;

    private long epoch;
    private long number;

    @Test
    void killedAtFullSpeedItKeepsOneListAndNoneOlder() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            runUntilKilled(Memory.RIGHT);
            assertKept(Memory.RIGHT);
        }
    }

    @Test
    void theHarnessFindsAReaderThatWritesOverTheListInForce() throws Exception {
        assertTrue(isFound(Memory.ONE_SLOT), "a reader without a list that the harness must see");
    }

    @Test
    void theHarnessFindsAReaderThatEnforcesBeforeItHasKept() throws Exception {
        assertTrue(isFound(Memory.HASTY), "a reader with an older list that the harness must see");
    }

    private boolean isFound(Memory wrong) throws IOException, InterruptedException {
        for (int kill = 0; kill < MOST_KILLS_UNTIL_FOUND; kill++) {
            runUntilKilled(wrong);
            try {
                assertKept(wrong);
            } catch (AssertionError found) {
                return true;
            }
        }
        return false;
    }

    private void assertKept(Memory memory) {
        assertTrue(epoch > 0, "the reader took a list before it was killed");
        try (FileReaderMemory files = FileReaderMemory.open(temporary, site.project())) {
            Reader restarted =
                    BusyReader.door(BusyReader.site()).memory(memory.of(files)).start();
            long found = restarted
                    .listInForce()
                    .map(list -> list.value().listEpoch())
                    .orElse(0L);
            assertTrue(found >= epoch, () -> "list " + found + " is in force after " + epoch);
            assertEquals(Optional.of(BusyReader.list(site, found)), restarted.listInForce());
            Receipt receipt = restarted.receipt(TestSite.NOW).orElseThrow().value();
            assertTrue(receipt.number() > number, "a receipt's number came again");
            epoch = found;
            number = receipt.number();
        }
    }

    /** Hears of so many lists, kills, and hears what had been said until then. */
    private void runUntilKilled(Memory memory) throws IOException, InterruptedException {
        Process reader = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BusyReader.class.getName(),
                        temporary.toString(),
                        memory.name())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int enough = 1 + random.nextInt(MOST_LISTS);
        int heard = 0;
        try (BufferedReader output = reader.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                hear(line);
                heard++;
                if (heard == enough) {
                    // At any moment of the next list, not always at the one in which the last was said.
                    LockSupport.parkNanos(random.nextInt(LONGEST_WAIT_NANOS));
                    // Through the handle, which leaves the pipe open: what is in it was said, too.
                    reader.toHandle().destroyForcibly();
                }
            }
        } finally {
            reader.destroyForcibly().waitFor();
        }
    }

    /** The last line may be cut off; then the reader had not said it. */
    private void hear(String line) {
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[2].equals(BusyReader.SAID)) {
            epoch = Long.parseLong(words[0]);
            number = Long.parseLong(words[1]);
        }
    }
}
