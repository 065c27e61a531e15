package io.lintel.sdk.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.testing.Repository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormTest {

    private static final Path SPEC = Repository.root().resolve("spec");
    private static final CustomerId CUSTOMER = new CustomerId("5f0c1a2b3c4d5e6f");
    private static final CommandId COMMAND = CommandId.parse("00112233445566778899aabbccddeeff");

    @ParameterizedTest
    @EnumSource
    void everyKindIsDocumentedAndFitsTheSchema(Change.Kind kind) throws IOException {
        Event event = event(kind);

        String page = Files.readString(SPEC.resolve("events.md"));
        assertTrue(page.contains("| `" + event.type() + "` |"), "spec/events.md lacks a row for " + event.type());
        JsonNode schema = new ObjectMapper().readTree(Files.readString(SPEC.resolve("events.schema.json")));
        JsonNode written = new ObjectMapper().readTree(event.json());
        assertEquals(names(schema.get("properties")), names(written));
        for (Map.Entry<String, JsonNode> field : written.properties()) {
            assertFits(field.getKey(), schema.get("properties").get(field.getKey()), field.getValue());
        }
    }

    @Test
    void formIsTheOneOfTheSpecification() throws IOException {
        String page = Files.readString(SPEC.resolve("events.md"));

        assertTrue(
                page.contains(event(Change.Kind.CREDENTIAL_ISSUED).json()),
                event(Change.Kind.CREDENTIAL_ISSUED).json());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host.example.org/",
                "ftp://host.example.org/",
                "https:///events",
                "https://name:password@host.example.org/",
                "https://host.example.org/#there",
                "events"
            })
    void addressThatEventsMustNotGoToIsRefused(String url) {
        assertThrows(IllegalArgumentException.class, () -> new Subscribe(CUSTOMER, URI.create(url)));
    }

    private static Event event(Change.Kind kind) {
        return new Event(CUSTOMER, 17, Instant.parse("2026-11-20T10:15:00Z"), kind, "4", COMMAND);
    }

    private static void assertFits(String name, JsonNode rule, JsonNode value) {
        if (rule.has("const")) {
            assertEquals(rule.get("const"), value, name);
        } else if (rule.get("type").asText().equals("integer")) {
            assertTrue(
                    value.isIntegralNumber()
                            && value.asLong() >= rule.get("minimum").asLong(),
                    name);
        } else {
            String pattern = rule.has("pattern") ? rule.get("pattern").asText() : ".{1,200}";
            assertTrue(value.isTextual() && value.asText().matches(pattern), name);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
