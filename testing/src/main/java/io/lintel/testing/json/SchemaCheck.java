package io.lintel.testing.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a document against a JSON schema (draft 2020-12) that uses no more keywords than ours do. A keyword that this
 * class does not know is an error, so that a schema never says more than is checked.
 */
public final class SchemaCheck {
    private static final Set<String> NOTES = Set.of("$schema", "$defs", "title", "description");

    private final JsonNode root;

    /** A check against this schema. */
    public SchemaCheck(JsonNode root) {
        this.root = root;
    }

    /** Returns what is wrong with a document first, or nothing. */
    public Optional<String> check(JsonNode document) {
        return check(root, document, "");
    }

    private Optional<String> check(JsonNode schema, JsonNode value, String at) {
        for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
            Optional<String> wrong = keyword(schema, keyword.getKey(), keyword.getValue(), value, at);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> keyword(JsonNode schema, String name, JsonNode rule, JsonNode value, String at) {
        return switch (name) {
            case "$ref" -> check(root.at(rule.asText().substring(1)), value, at);
            case "oneOf" -> oneOf(rule, value, at);
            case "anyOf" -> anyOf(rule, value, at);
            case "properties" -> properties(rule, value, at);
            case "additionalProperties" -> additional(schema, rule, value, at);
            case "items" -> items(rule, value, at);
            case "required" -> missing(rule, value).map(field -> at + " lacks " + field);
            default ->
                isSimple(name, rule, value) ? Optional.empty() : Optional.of(at + " breaks " + name + " " + rule);
        };
    }

    private static boolean isSimple(String name, JsonNode rule, JsonNode value) {
        return switch (name) {
            case "type" -> isOfType(rule.asText(), value);
            case "const" -> rule.equals(value);
            case "enum" -> contains(rule, value);
            case "pattern" -> value.asText().matches(rule.asText());
            case "minimum" -> value.asLong() >= rule.asLong();
            case "maximum" -> value.asLong() <= rule.asLong();
            case "minItems" -> value.size() >= rule.asInt();
            case "maxItems" -> value.size() <= rule.asInt();
            case "minLength" -> length(value) >= rule.asInt();
            case "maxLength" -> length(value) <= rule.asInt();
            case "uniqueItems" -> !rule.asBoolean() || isUnique(value);
            default -> {
                if (!NOTES.contains(name)) {
                    throw new IllegalArgumentException("no check for the keyword " + name);
                }
                yield true;
            }
        };
    }

    private static boolean isOfType(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "integer" -> value.isIntegralNumber();
            case "boolean" -> value.isBoolean();
            default -> throw new IllegalArgumentException("no check for the type " + type);
        };
    }

    private static boolean contains(JsonNode allowed, JsonNode value) {
        for (JsonNode one : allowed) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> oneOf(JsonNode rule, JsonNode value, String at) {
        int fitting = 0;
        StringBuilder wrong = new StringBuilder();
        for (JsonNode alternative : rule) {
            Optional<String> why = check(alternative, value, at);
            fitting += why.isEmpty() ? 1 : 0;
            why.ifPresent(text -> wrong.append("; ").append(text));
        }
        return fitting == 1 ? Optional.empty() : Optional.of(at + " fits " + fitting + " alternatives" + wrong);
    }

    private Optional<String> anyOf(JsonNode rule, JsonNode value, String at) {
        for (JsonNode alternative : rule) {
            if (check(alternative, value, at).isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.of(at + " fits none of the alternatives");
    }

    private static int length(JsonNode value) {
        return value.asText().codePointCount(0, value.asText().length());
    }

    private static boolean isUnique(JsonNode values) {
        Set<JsonNode> seen = new HashSet<>();
        for (JsonNode value : values) {
            if (!seen.add(value)) {
                return false;
            }
        }
        return true;
    }

    private Optional<String> properties(JsonNode rule, JsonNode value, String at) {
        for (Map.Entry<String, JsonNode> property : rule.properties()) {
            if (value.has(property.getKey())) {
                Optional<String> wrong =
                        check(property.getValue(), value.get(property.getKey()), at + "/" + property.getKey());
                if (wrong.isPresent()) {
                    return wrong;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<String> additional(JsonNode schema, JsonNode rule, JsonNode value, String at) {
        for (Map.Entry<String, JsonNode> property : value.properties()) {
            if (schema.path("properties").has(property.getKey())) {
                continue;
            }
            String here = at + "/" + property.getKey();
            Optional<String> wrong =
                    rule.isBoolean() ? Optional.of(here + " is unknown") : check(rule, property.getValue(), here);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private Optional<String> items(JsonNode rule, JsonNode value, String at) {
        for (int i = 0; i < value.size(); i++) {
            Optional<String> wrong = check(rule, value.get(i), at + "/" + i);
            if (wrong.isPresent()) {
                return wrong;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> missing(JsonNode rule, JsonNode value) {
        for (JsonNode field : rule) {
            if (!value.has(field.asText())) {
                return Optional.of(field.asText());
            }
        }
        return Optional.empty();
    }
}
