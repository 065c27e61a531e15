package io.lintel.benchmarks.tap;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Each reader has a JVM of its own, so that nothing else of a build is in its heap. */
class FullReaderTest {
    private static final boolean LONG = Boolean.getBoolean("lintel.soak");

    /** The short form has a fiftieth of everything, and the heap that a JVM wants for itself. */
    private static final int SHARE = LONG ? 1 : 50;

    private static final int HEAP = LONG ? MemoryReport.HEAP_MEBIBYTES : 48;

    private static final long BOUND = Math.round(MemoryReport.USED_AT_MOST * HEAP * 1024 * 1024);

    @Test
    void readerDecidesTapsWithItsTablesFullInTheStatedHeap() throws IOException, InterruptedException {
        long used = FullReader.heapInUse(HEAP, MemoryReport.KNOWN / SHARE, MemoryReport.MET / SHARE);
        assertTrue(used <= BOUND, () -> used + " octets in use, of " + BOUND + " that may be");
    }

    @Test
    void readerThatDoesNotFitIsNoResult() {
        assertThrows(IllegalStateException.class, () -> FullReader.heapInUse(16, 100_000, 0));
    }
}
