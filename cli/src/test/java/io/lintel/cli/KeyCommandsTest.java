package io.lintel.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rotations, stolen readers and histories from the terminal. */
class KeyCommandsTest {
    @TempDir
    Path directory;

    @Test
    void rotationNamesWhomItWouldStopAndIsTakenWhenTheyAreAccepted() {
        Bench bench = Bench.in(directory);
        bench.activate();
        JsonNode begun = json(bench, "key", "rotate", "project");
        assertTrue(begun.path("taken").asBoolean());
        assertEquals("readers", begun.path("next").asText());

        Printed refused = bench.terminal().run("key", "rotate", "project", "readers", "--json");
        assertEquals(1, refused.exitCode());
        assertFalse(refused.json().path("taken").asBoolean(true));
        assertEquals(1, refused.json().path("stoppingCredentials").get(0).asInt());

        try (Terminal.Running manager = bench.manager()) {
            bench.terminal().done("wallet", "checkin", "--manager", manager.address());
            bench.terminal().done("wallet", "checkin", "--manager", manager.address());
        }
        assertTrue(
                json(bench, "key", "rotate", "project", "readers").path("taken").asBoolean());
        Printed stops = bench.terminal().run("key", "rotate", "project", "finish", "--json");
        assertEquals(1, stops.json().path("stoppingReaders").get(0).asInt());
        String named = stops.json().path("named").asText();
        JsonNode finished = json(bench, "key", "rotate", "project", "finish", "--accept", named);
        assertEquals(2, finished.path("minimum").asInt());
        assertEquals(
                2,
                json(bench, "key", "phones")
                        .path("phones")
                        .get(0)
                        .path("keyEpoch")
                        .asInt());
        assertEquals(1, json(bench, "key", "readers").path("readers").size());
    }

    @Test
    void stolenReaderIsGivenUpAndWhatIsLeftIsShown() {
        Bench bench = Bench.in(directory);
        bench.activate();

        JsonNode stolen = json(bench, "reader", "compromised", "1");

        assertFalse(stolen.path("closed").asBoolean(true));
        assertEquals(1, stolen.path("unwarnedPhones").asInt());
        JsonNode status = json(bench, "key", "status");
        assertEquals(1, status.path("compromisedReaders").get(0).path("reader").asInt());
        assertEquals("readers", status.path("keys").get(0).path("next").asText());
        String text = bench.terminal().done("reader", "compromised", "1").out();
        assertTrue(text.contains("lintel key rotate project readers"), text);
    }

    @Test
    void historyTellsWhatBecameOfAPersonsCredentials() {
        Bench bench = Bench.in(directory);
        bench.activate();

        JsonNode first = json(bench, "person", "history", "1", "--limit", "2");
        JsonNode rest = json(
                bench, "person", "history", "1", "--after", first.path("next").asText());

        assertEquals(2, first.path("entries").size());
        assertEquals("person added", first.path("entries").get(0).path("what").asText());
        assertEquals(
                "credential activated", rest.path("entries").get(0).path("what").asText());
        assertEquals(
                2,
                bench.terminal().run("person", "history", "1", "--after", "x").exitCode());
    }

    private static JsonNode json(Bench bench, String... words) {
        String[] asking = Arrays.copyOf(words, words.length + 1);
        asking[words.length] = "--json";
        return bench.terminal().done(asking).json();
    }
}
