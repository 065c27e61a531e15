package io.lintel.store.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lintel.protocol.phone.Usage;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileUsageStoreTest {
    @TempDir
    Path wallet;

    @Test
    void countsAreFoundByTheNextProcess() {
        Usage counted = new Usage(
                Usage.Counting.ON,
                1,
                2,
                3,
                4,
                5,
                6,
                Optional.of(LocalDate.of(2026, 11, 21)),
                Optional.of(Instant.ofEpochSecond(1_790_000_000L)));
        assertEquals(Optional.empty(), FileUsageStore.open(wallet).usage(Samples.PROJECT));
        FileUsageStore.open(wallet).saveUsage(Samples.PROJECT, counted);
        FileUsageStore.open(wallet).saveUsage(Samples.OTHER_PROJECT, Usage.NONE);
        assertEquals(Optional.of(counted), FileUsageStore.open(wallet).usage(Samples.PROJECT));
        assertEquals(Optional.of(Usage.NONE), FileUsageStore.open(wallet).usage(Samples.OTHER_PROJECT));
    }
}
