package io.lintel.benchmarks.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOptionsTest {
    @TempDir
    private Path directory;

    @Test
    void theStoreRunsWhereItIsNamedAndAQuickRunHasFewerParts() {
        assertEquals(
                List.of(Part.BYTES, Part.TAPS, Part.PEERS, Part.READER, Part.LISTS),
                RunOptions.parse("--quick").parts());
        assertEquals(
                EnumSet.complementOf(EnumSet.of(Part.STORE)),
                EnumSet.copyOf(RunOptions.parse().parts()));
        assertEquals(List.of(Part.STORE), RunOptions.parse("store").parts());
        assertEquals(
                "./lintel bench reader --quick",
                RunOptions.parse("--quick", "reader").command());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--fast", "taps lists --directory", "everything"})
    void whatNobodyKnowsIsRefused(String words) {
        assertThrows(WrongCall.class, () -> RunOptions.parse(words.split(" ")));
    }

    @Test
    void aListMeasuresNothing() throws Exception {
        assertTrue(run("--quick", "--list").contains("| reader | 70 s |"));
        assertTrue(run("--quick", "--list").contains("| in all | 3 min |"));
        JsonNode parts =
                new ObjectMapper().readTree(run("--quick", "--list", "--json")).get("parts");
        assertFalse(parts.has("store"));
        assertEquals("25 s", parts.get("taps").asText());
    }

    @Test
    void aRunOfOnePartPrintsWhatItWrites() throws Exception {
        Path results = directory.resolve("results");

        String printed = run("bytes", "--quick", "--directory", results.toString());

        assertEquals(Files.readString(results.resolve("results.md")), printed);
        assertTrue(printed.contains("| Lintel fast, suite 1 | 3 | 113 |"), printed);
        assertTrue(Files.size(results.resolve("air-time.svg")) > 0);
    }

    private static String run(String... words) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        new BenchRun(RunOptions.parse(words), new PrintStream(out, true, StandardCharsets.UTF_8), nowhere).run();
        return out.toString(StandardCharsets.UTF_8);
    }
}
