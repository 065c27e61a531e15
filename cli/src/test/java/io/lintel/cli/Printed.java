package io.lintel.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * What a command printed, and its exit status.
 *
 * @param exitCode the status
 * @param out standard output
 * @param err standard error
 */
public record Printed(int exitCode, String out, String err) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The only, or last, JSON object on standard output. */
    public JsonNode json() {
        List<String> lines = out.strip().lines().toList();
        return read(lines.get(lines.size() - 1));
    }

    /** The JSON object on standard error. */
    public JsonNode complaint() {
        return read(err);
    }

    private static JsonNode read(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("this is not JSON: " + text, e);
        }
    }
}
