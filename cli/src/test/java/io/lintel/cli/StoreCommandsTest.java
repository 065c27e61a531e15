package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager whose database is put back, from the command line. */
class StoreCommandsTest {
    @TempDir
    Path directory;

    private Bench bench;

    @BeforeEach
    void putABackupBack() throws IOException {
        bench = Bench.in(directory);
        bench.terminal().done("backup", "copy.db");
        bench.issue();
        Files.move(directory.resolve("copy.db"), directory.resolve("lintel.db"), StandardCopyOption.REPLACE_EXISTING);
        for (String beside : new String[] {"lintel.db-wal", "lintel.db-shm"}) {
            Files.deleteIfExists(directory.resolve(beside));
        }
    }

    @Test
    void aRestoredStoreGoesOnAboveWhatItMayHaveForgotten() {
        JsonNode site = bench.terminal()
                .done("store", "restored", "--as-of", "2026-01-01", "--json")
                .json()
                .path("sites")
                .path(0);

        assertEquals(1, site.path("firstSerial").asLong());
        assertTrue(site.path("lastSerial").asLong() >= (1 << 20), site.toString());
        assertTrue(site.path("listEpoch").asLong() > (1 << 20), site.toString());
        assertEquals(
                site.path("lastSerial").asLong() + 1,
                bench.issue().path("serial").asLong());
        JsonNode exposure =
                bench.terminal().done("credential", "exposure", "1", "--json").json();
        assertEquals(site.path("listEpoch").asLong(), exposure.path("listEpoch").asLong());
    }

    @Test
    void readersMayBeForgottenUntilSomebodySaysThatNoneIs() {
        bench.terminal().done("store", "restored");
        String coverage = bench.terminal().done("reader", "coverage").out();
        assertTrue(coverage.contains("lintel store reviewed"), coverage);

        bench.terminal().done("store", "reviewed");

        assertFalse(bench.terminal()
                .done("reader", "coverage", "--json")
                .json()
                .path("mayForgetReaders")
                .asBoolean());
    }

    @Test
    void whatWasSaidOnceIsToldAgainUnderItsCommandId() {
        String id = "00112233445566778899aabbccddeeff";
        JsonNode first = bench.terminal()
                .done("store", "restored", "--command-id", id, "--json")
                .json();

        assertEquals(
                first,
                bench.terminal()
                        .done("store", "restored", "--command-id", id, "--json")
                        .json());
    }
}
