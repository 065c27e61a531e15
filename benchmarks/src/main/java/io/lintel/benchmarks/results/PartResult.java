package io.lintel.benchmarks.results;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.benchmarks.results.RunOptions.Length;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One part of a run that came to its end.
 *
 * @param part which one
 * @param length for how long it measured
 * @param command what makes such a run
 * @param began when it began, ISO 8601
 * @param seconds how long it took
 * @param noisiest the look at the machine, before it or behind it, at which others had most
 * @param machine what it ran on, as {@link Machine#facts} has it
 * @param section what it found
 */
record PartResult(
        Part part,
        Length length,
        String command,
        String began,
        long seconds,
        Quietness noisiest,
        JsonNode machine,
        Section section) {

    String time() {
        return Instant.parse(began).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    String lasted() {
        return Part.words(Duration.ofSeconds(seconds));
    }

    /** For programs, without the machine, which is that of all. */
    Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>(section.facts());
        facts.put("command", command);
        facts.put("began", began);
        facts.put("seconds", seconds);
        facts.put("noisiest", noisiest.facts());
        return facts;
    }
}
