package io.lintel.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void namesSurviveATerminalThatKnowsOnlyAscii() throws JsonProcessingException {
        String line = Json.line(Map.of("name", "Z\u00fcrich \u2603"));

        String printed = new String(line.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII);

        assertEquals(
                "Z\u00fcrich \u2603",
                new ObjectMapper().readTree(printed).get("name").asText());
    }
}
