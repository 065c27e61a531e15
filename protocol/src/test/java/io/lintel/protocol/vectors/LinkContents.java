package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the messages of a link say, by the tables of spec/link.md 2 and nothing of our code. */
final class LinkContents {
    private static final Map<Integer, String> TYPES = Map.of(
            0x01, "state",
            0x02, "receipt",
            0x03, "events",
            0x04, "counters",
            0x05, "want",
            0x81, "offer",
            0x82, "part",
            0x83, "acknowledge",
            0x84, "current");
    private static final List<String> PATHS = List.of("", "cold", "fast");
    private static final List<String> TRANSPORTS = List.of("", "tcp", "ble-gatt", "ble-l2cap");

    private LinkContents() {}

    /** Returns the fields of a content. */
    static ObjectNode read(Bytes content) {
        ByteBuffer in = ByteBuffer.wrap(content.toByteArray());
        String type = TYPES.get(in.get() & 0xff);
        ObjectNode says = Json.object().put("type", type);
        switch (type) {
            case "state" -> {
                says.put("listEpoch", uint32(in)).put("listHash", hex(in, 32));
                says.put("revision", uint32(in)).put("keptRevision", uint32(in));
                says.put("software", new String(octets(in, in.get()), StandardCharsets.US_ASCII));
            }
            case "receipt" -> says.put("receipt", hex(in, in.remaining()));
            case "events" -> {
                says.put("series", hex(in, 8)).put("first", in.getLong());
                ArrayNode events = says.putArray("events");
                while (in.hasRemaining()) {
                    event(events.addObject(), in);
                }
            }
            case "counters" -> {
                ArrayNode counts = says.putArray("counts");
                while (in.hasRemaining()) {
                    counts.add(in.getLong());
                }
            }
            case "want" -> says.put("parcel", in.get()).put("hash", hex(in, 32)).put("offset", in.getInt());
            case "offer" -> {
                says.put("parcel", in.get()).put("number", uint32(in));
                says.put("size", in.getInt()).put("hash", hex(in, 32));
            }
            case "part" -> {
                says.put("parcel", in.get()).put("offset", in.getInt());
                says.put("octets", hex(in, in.remaining()));
            }
            case "acknowledge" -> says.put("series", hex(in, 8)).put("last", in.getLong());
            default -> {
                // Nothing is inside.
            }
        }
        return says;
    }

    private static void event(ObjectNode event, ByteBuffer in) {
        event.put("at", in.getLong()).put("serial", uint32(in));
        event.put("reason", in.get());
        event.put("path", PATHS.get(in.get())).put("transport", TRANSPORTS.get(in.get()));
        event.put("intent", hex(in, 2)).put("answerMillis", Short.toUnsignedInt(in.getShort()));
    }

    /** Returns the content with these fields. */
    static Bytes write(JsonNode says) {
        ByteBuffer out = ByteBuffer.allocate(4112);
        String type = Json.text(says, "type");
        TYPES.forEach((code, name) -> {
            if (name.equals(type)) {
                out.put(code.byteValue());
            }
        });
        switch (type) {
            case "state" -> {
                number(out, says, "listEpoch");
                put(out, says, "listHash");
                number(out, says, "revision");
                number(out, says, "keptRevision");
                Bytes software = Bytes.utf8(Json.text(says, "software"));
                out.put((byte) software.size()).put(software.toByteArray());
            }
            case "receipt" -> put(out, says, "receipt");
            case "events" -> {
                put(out, says, "series");
                out.putLong(says.path("first").asLong());
                says.path("events").forEach(event -> event(out, event));
            }
            case "counters" -> says.path("counts").forEach(count -> out.putLong(count.asLong()));
            case "want" -> {
                parcel(out, says);
                put(out, says, "hash");
                number(out, says, "offset");
            }
            case "offer" -> {
                parcel(out, says);
                number(out, says, "number");
                number(out, says, "size");
                put(out, says, "hash");
            }
            case "part" -> {
                parcel(out, says);
                number(out, says, "offset");
                put(out, says, "octets");
            }
            case "acknowledge" -> {
                put(out, says, "series");
                out.putLong(says.path("last").asLong());
            }
            default -> {
                // Nothing is inside.
            }
        }
        return Bytes.copyOf(out.array(), 0, out.position());
    }

    private static void event(ByteBuffer out, JsonNode event) {
        out.putLong(event.path("at").asLong());
        number(out, event, "serial");
        out.put((byte) event.path("reason").asInt());
        out.put((byte) PATHS.indexOf(Json.text(event, "path")));
        out.put((byte) TRANSPORTS.indexOf(Json.text(event, "transport")));
        put(out, event, "intent");
        out.putShort((short) event.path("answerMillis").asInt());
    }

    private static void parcel(ByteBuffer out, JsonNode says) {
        out.put((byte) says.path("parcel").asInt());
    }

    private static void number(ByteBuffer out, JsonNode says, String field) {
        out.putInt((int) says.path(field).asLong());
    }

    private static void put(ByteBuffer out, JsonNode says, String field) {
        out.put(Json.hex(says, field).toByteArray());
    }

    private static long uint32(ByteBuffer in) {
        return Integer.toUnsignedLong(in.getInt());
    }

    private static String hex(ByteBuffer in, int size) {
        return Bytes.copyOf(octets(in, size)).toHex();
    }

    private static byte[] octets(ByteBuffer in, int size) {
        byte[] octets = new byte[size];
        in.get(octets);
        return octets;
    }
}
