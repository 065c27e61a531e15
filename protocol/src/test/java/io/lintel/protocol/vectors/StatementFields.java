package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The fields of each kind of statement by the tables of section 11, to and from octets. */
final class StatementFields {
    /** How a field stands on the wire and in JSON. */
    enum Type {
        NUMBER,
        FIXED,
        OCTETS,
        PACKED
    }

    /** One line of a table. */
    record Field(int number, String name, Type type) {}

    private static final Map<String, List<Field>> KINDS = Map.of(
            "root",
            List.of(
                    new Field(1, "suite", Type.NUMBER),
                    new Field(2, "rootKey", Type.OCTETS),
                    new Field(3, "created", Type.FIXED)),
            "issuing-key",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "purpose", Type.NUMBER),
                    new Field(3, "epoch", Type.NUMBER),
                    new Field(4, "key", Type.OCTETS),
                    new Field(5, "issued", Type.FIXED),
                    new Field(6, "expires", Type.FIXED)),
            "reader-certificate",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "issuingEpoch", Type.NUMBER),
                    new Field(3, "readerNumber", Type.NUMBER),
                    new Field(4, "dhKey", Type.OCTETS),
                    new Field(5, "signingKey", Type.OCTETS),
                    new Field(6, "groups", Type.PACKED),
                    new Field(7, "technology", Type.NUMBER),
                    new Field(8, "issued", Type.FIXED),
                    new Field(9, "expires", Type.FIXED)),
            "credential",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "issuingEpoch", Type.NUMBER),
                    new Field(3, "serial", Type.FIXED),
                    new Field(4, "accessNumber", Type.NUMBER),
                    new Field(5, "holderKey", Type.OCTETS),
                    new Field(6, "issued", Type.FIXED),
                    new Field(7, "validFrom", Type.FIXED),
                    new Field(8, "validUntil", Type.FIXED),
                    new Field(9, "leaseEnd", Type.FIXED),
                    new Field(10, "groups", Type.PACKED),
                    new Field(11, "technology", Type.NUMBER),
                    new Field(12, "flags", Type.NUMBER)),
            "revocation-list",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "issuingEpoch", Type.NUMBER),
                    new Field(3, "listEpoch", Type.FIXED),
                    new Field(4, "minimumKeyEpoch", Type.NUMBER),
                    new Field(5, "minimumIssuingEpoch", Type.NUMBER),
                    new Field(6, "issued", Type.FIXED),
                    new Field(7, "expires", Type.FIXED),
                    new Field(8, "baseSerial", Type.FIXED),
                    new Field(9, "revokedReaderKeys", Type.OCTETS),
                    new Field(10, "coding", Type.NUMBER),
                    new Field(11, "serials", Type.OCTETS),
                    new Field(12, "group", Type.NUMBER)),
            "list-head",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "issuingEpoch", Type.NUMBER),
                    new Field(3, "listEpoch", Type.FIXED),
                    new Field(4, "issued", Type.FIXED),
                    new Field(5, "group", Type.NUMBER),
                    new Field(6, "size", Type.NUMBER),
                    new Field(7, "listHash", Type.OCTETS),
                    new Field(8, "tableHash", Type.OCTETS)),
            "receipt",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "readerKey", Type.OCTETS),
                    new Field(3, "listEpoch", Type.FIXED),
                    new Field(4, "listHash", Type.OCTETS),
                    new Field(5, "revision", Type.FIXED),
                    new Field(6, "clock", Type.FIXED),
                    new Field(7, "number", Type.FIXED)),
            "reader-configuration",
            List.of(
                    new Field(1, "project", Type.OCTETS),
                    new Field(2, "issuingEpoch", Type.NUMBER),
                    new Field(3, "readerNumber", Type.NUMBER),
                    new Field(4, "revision", Type.FIXED),
                    new Field(5, "issued", Type.FIXED),
                    new Field(6, "contentHash", Type.OCTETS)));

    private StatementFields() {}

    /** Returns what a good body says; what is left out on the wire is left out. */
    static ObjectNode of(String kind, Bytes body) {
        Map<Integer, Bytes> fields = BodyFields.split(body);
        ObjectNode node = Json.object();
        for (Field field : KINDS.get(kind)) {
            if (fields.containsKey(field.number())) {
                read(node, field, BodyFields.content(fields.get(field.number())));
            }
        }
        return node;
    }

    private static void read(ObjectNode node, Field field, Bytes content) {
        switch (field.type()) {
            case NUMBER -> node.put(field.name(), BodyFields.number(content));
            case OCTETS -> node.put(field.name(), content.toHex());
            case FIXED -> {
                long value = 0;
                for (int i = 3; i >= 0; i--) {
                    value = value << 8 | content.unsigned(i);
                }
                node.put(field.name(), value);
            }
            case PACKED -> {
                ArrayNode numbers = node.putArray(field.name());
                for (Bytes rest = content; !rest.isEmpty(); rest = BodyFields.behindNumber(rest)) {
                    numbers.add(BodyFields.number(rest));
                }
            }
        }
    }

    /** Returns the body that says this. */
    static Bytes body(String kind, JsonNode node) {
        List<Bytes> fields = new ArrayList<>();
        for (Field field : KINDS.get(kind)) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                fields.add(write(field, value));
            }
        }
        return Bytes.concat(fields.toArray(Bytes[]::new));
    }

    private static Bytes write(Field field, JsonNode value) {
        return switch (field.type()) {
            case NUMBER -> FieldLines.number(field.number(), value.asLong());
            case FIXED -> FieldLines.fixed(field.number(), value.asLong());
            case OCTETS -> FieldLines.octets(field.number(), Bytes.ofHex(value.asText()));
            case PACKED -> {
                List<Long> numbers = new ArrayList<>();
                value.forEach(number -> numbers.add(number.asLong()));
                yield FieldLines.packed(field.number(), numbers);
            }
        };
    }
}
