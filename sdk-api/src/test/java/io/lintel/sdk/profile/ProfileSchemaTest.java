package io.lintel.sdk.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Holds {@code spec/profile.schema.json} against the records that read profiles: same fields, same words, same bounds. */
class ProfileSchemaTest {

    private static final Path FILE = Path.of("../spec/profile.schema.json");

    private final List<String> compared = new ArrayList<>();

    @Test
    void publishedSchemaSaysWhatTheRecordsSay() throws IOException {
        JsonNode schema = new ObjectMapper().readTree(FILE.toFile());

        assertEquals(Profile.SCHEMA, schema.at("/properties/schema/const").asInt());
        compareRecord("profile", Profile.class, schema);

        assertTrue(compared.size() > 60, () -> "too few fields compared: " + compared);
    }

    private void compareRecord(String path, Class<?> type, JsonNode schema) {
        assertFalse(schema.path("additionalProperties").asBoolean(true), path + " admits unknown fields");
        Set<String> fields = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.add(component.getName());
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
            compare(
                    path + "." + component.getName(),
                    component.getGenericType(),
                    schema.path("properties").path(component.getName()));
        }
        assertEquals(fields, names(schema.path("properties")), path);
        assertEquals(required, texts(schema.path("required")), path + " required");
    }

    private void compare(String path, Type type, JsonNode schema) {
        compared.add(path);
        if (type instanceof ParameterizedType generic && isArray(generic)) {
            assertEquals("array", schema.path("type").asText(), path);
            compare(path + "[]", generic.getActualTypeArguments()[0], schema.path("items"));
        } else if (type instanceof ParameterizedType generic
                && generic.getRawType().equals(Map.class)) {
            assertEquals(
                    constants((Class<?>) generic.getActualTypeArguments()[0]), names(schema.path("properties")), path);
        } else if (type instanceof Class<?> raw) {
            compareClass(path, raw, schema);
        } else {
            throw new AssertionError(path + " has a type that this test does not know: " + type);
        }
    }

    private static boolean isArray(ParameterizedType type) {
        return type.getRawType().equals(Set.class) || type.getRawType().equals(List.class);
    }

    private void compareClass(String path, Class<?> type, JsonNode schema) {
        if (type.isRecord()) {
            compareRecord(path, type, schema);
        } else if (type.isEnum()) {
            assertEquals(constants(type), texts(schema.path("enum")), path);
        } else if (type == Period.class || type == Duration.class) {
            String name = type == Period.class ? "period" : "duration";
            assertEquals("#/$defs/" + name, schema.path("$ref").asText(), path);
        } else if (type == boolean.class) {
            assertEquals("boolean", schema.path("type").asText(), path);
        } else if (type == String.class) {
            assertTrue(schema.path("type").asText().equals("string") || schema.has("$ref"), path);
        } else if (!schema.has("const")) {
            assertEquals("integer", schema.path("type").asText(), path);
            assertTrue(schema.has("minimum") && schema.has("maximum"), path + " is unbounded");
        }
    }

    private static Set<String> constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
