package io.lintel.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

class VectorIdsTest {
    @TempDir
    private Path directory;

    private Path vectors;

    @BeforeEach
    void writeTheFirstIds() throws IOException {
        vectors = directory.resolve("tap.json");
        VectorIds.check(vectors, List.of("second", "first"), true);
    }

    @Test
    void newIdsJoinBehindTheOthersAndOnlyWhenWriting() throws IOException {
        List<String> more = List.of("first", "new", "second");

        assertThrows(AssertionFailedError.class, () -> VectorIds.check(vectors, more, false));
        VectorIds.check(vectors, more, true);

        assertEquals(List.of("second", "first", "new"), Files.readAllLines(directory.resolve("ids/tap.txt")));
        assertDoesNotThrow(() -> VectorIds.check(vectors, more, false));
    }

    @Test
    void anIdThatIsGoneIsMissedAlsoWhenWriting() throws IOException {
        Throwable missed =
                assertThrows(AssertionFailedError.class, () -> VectorIds.check(vectors, List.of("first", "new"), true));

        assertTrue(missed.getMessage().endsWith("[second]"), missed.getMessage());
        assertEquals(List.of("second", "first"), Files.readAllLines(directory.resolve("ids/tap.txt")));
    }

    @Test
    void anIdThatIsGoneByTheListIsNotMissedAndNeverGivenAgain() throws IOException {
        Files.write(directory.resolve("ids/tap.txt"), List.of("- second", "first"));

        assertDoesNotThrow(() -> VectorIds.check(vectors, List.of("first"), false));
        assertThrows(AssertionFailedError.class, () -> VectorIds.check(vectors, List.of("first", "second"), true));
    }

    @Test
    void noIdStandsTwice() {
        List<String> twice = List.of("second", "first", "second");

        assertThrows(AssertionFailedError.class, () -> VectorIds.check(vectors, twice, true));
    }
}
