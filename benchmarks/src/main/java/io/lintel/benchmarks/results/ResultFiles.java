package io.lintel.benchmarks.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The files of a run: {@code results.json}, {@code results.md}, and each chart as SVG and PNG. */
final class ResultFiles {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ResultFiles() {}

    /** Writes them into a directory, in place of those of a run before. */
    static void write(Path directory, BenchResults results) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("results.json"),
                JSON.writerWithDefaultPrettyPrinter().writeValueAsString(results.facts()) + "\n");
        Files.writeString(directory.resolve("results.md"), results.markdown());
        for (Section section : results.sections()) {
            for (Chart chart : section.charts()) {
                Plot.of(chart).write(directory);
            }
        }
    }

    /** Facts as one line. */
    static String line(Map<String, Object> facts) {
        try {
            return JSON.writeValueAsString(facts);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
