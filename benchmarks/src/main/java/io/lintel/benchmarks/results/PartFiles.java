package io.lintel.benchmarks.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.benchmarks.results.RunOptions.Length;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A file for each part that came to its end, {@code part-NAME.json}: what a run leaves that was cut short. A part that runs again
 * replaces its own, and the results of a directory are made of all that are in it.
 */
final class PartFiles {
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false);

    private final Path directory;

    PartFiles(Path directory) {
        this.directory = directory;
    }

    /** Writes a part's file, whole or not at all. */
    void write(PartResult result) throws IOException {
        Files.createDirectories(directory);
        Path begun = directory.resolve("part-" + result.part().word() + ".begun");
        Files.writeString(begun, JSON.writeValueAsString(result) + "\n");
        Files.move(begun, file(result.part()), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Reads all, in the order of parts. */
    List<PartResult> read() throws IOException {
        List<PartResult> results = new ArrayList<>();
        for (Part part : Part.values()) {
            Path file = file(part);
            if (Files.exists(file)) {
                try {
                    results.add(JSON.readValue(file.toFile(), PartResult.class));
                } catch (JsonProcessingException other) {
                    throw new IOException(file + " is no part of these benchmarks: remove it", other);
                }
            }
        }
        return results;
    }

    /**
     * Refuses to mix: what is in the directory was measured on this machine, of this build, for as long.
     *
     * @throws WrongCall if it was not
     */
    void require(Machine machine, Length length) throws IOException {
        JsonNode here = facts(machine);
        for (PartResult result : read()) {
            if (result.length() != length || !result.machine().equals(here)) {
                throw new WrongCall(file(result.part()) + " is of "
                        + (result.length() == length
                                ? "another machine, JDK, library or build of Lintel"
                                : "a run of another length")
                        + ". Name another directory with --directory, or remove it.");
            }
        }
    }

    /** Returns a machine as a file has it. */
    static JsonNode facts(Machine machine) throws IOException {
        return JSON.readTree(ResultFiles.line(machine.facts()));
    }

    private Path file(Part part) {
        return directory.resolve("part-" + part.word() + ".json");
    }
}
