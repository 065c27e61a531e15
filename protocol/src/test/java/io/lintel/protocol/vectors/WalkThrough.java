package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes section 17 of the page: the main taps of each suite, field by field, from the vectors. */
final class WalkThrough {
    private static final String BEGIN = "<!-- begin generated -->\n";
    private static final String END = "<!-- end generated -->\n";
    private static final int OCTETS_PER_LINE = 32;
    private static final List<String> VECTORS =
            List.of("who", "cold-whole", "cold-reference", "cold-send-credential", "fast");

    private final JsonNode file;
    private final StringBuilder out;
    private final int keySize;

    private WalkThrough(JsonNode file, StringBuilder out) {
        this.file = file;
        this.out = out;
        this.keySize = new Names(file, file).curve.keySize();
    }

    /** Returns the page with its generated part made anew. */
    static String into(String page, List<JsonNode> files) {
        StringBuilder generated = new StringBuilder();
        files.forEach(file -> new WalkThrough(file, generated).suite());
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        return page.substring(0, begin) + generated + page.substring(page.indexOf(END));
    }

    private void suite() {
        out.append("\n### Suite ").append(file.path("suite").asInt()).append("\n\nIn all of these:\n\n```\n");
        JsonNode reader = file.at("/readers/front");
        JsonNode credential = file.at("/credentials/alice");
        value("project id", file.at("/projects/site/id").asText());
        value("project key", file.at("/projects/site/projectKeys/0/key").asText());
        value("reader's private key", Json.text(reader, "dhPrivateKey"));
        value("reader's public key", Json.text(reader, "dhKey"));
        value("reader certificate", Json.text(reader, "certificate"));
        value("holder's private key", Json.text(credential, "holderPrivateKey"));
        value("signed credential", Json.text(credential, "signed"));
        out.append("```\n");
        for (JsonNode vector : file.path("vectors")) {
            if (VECTORS.contains(Json.text(vector, "id"))) {
                vector(vector);
            }
        }
    }

    private void vector(JsonNode vector) {
        out.append("\n#### `").append(Json.text(vector, "id")).append("`, suite ");
        out.append(file.path("suite").asInt())
                .append("\n\n")
                .append(Json.text(vector, "title"))
                .append('\n');
        for (JsonNode channel : vector.path("channels")) {
            if (channel.path("id").asInt() > 2) {
                return;
            }
            if (vector.path("channels").size() > 1) {
                out.append("\nChannel ").append(channel.path("id").asInt()).append(".\n");
            }
            out.append("\n```\n");
            inputs(channel);
            messages(vector, channel);
            out.append("```\n");
        }
    }

    private void inputs(JsonNode channel) {
        value("transport", Json.text(channel, "transport"));
        value("intent", Names.intent(channel).toHex());
        value("nonce", Json.text(channel, "nonce"));
        value("reader's ephemeral", Json.text(channel, "readerEphemeral"));
        if (channel.has("phoneEphemeral")) {
            value("phone's ephemeral", Json.text(channel, "phoneEphemeral"));
        }
    }

    private void messages(JsonNode vector, JsonNode channel) {
        for (JsonNode event : vector.path("script")) {
            for (JsonNode effect : event.path("expect")) {
                if (event.path("channel").equals(channel.path("id")) && effect.has("send")) {
                    message(channel, Json.hex(effect, "send"));
                }
            }
        }
    }

    private void message(JsonNode channel, Bytes message) {
        switch (message.unsigned(0)) {
            case 1 -> derived(channel, "opener");
            case 4 -> derived(channel, "cold");
            case 5 -> derived(channel, "fast");
            default -> {
                // Its keys were shown.
            }
        }
        out.append('\n').append(MessageLayout.name(message)).append(", ");
        out.append(message.size()).append(message.size() == 1 ? " octet\n" : " octets\n");
        int at = 0;
        for (MessageLayout.Field field : MessageLayout.fields(message, keySize)) {
            Bytes value = message.slice(at, at + field.size());
            lines(String.format("%4d  %-22s", at, field.name()), value.toHex());
            at += field.size();
        }
    }

    private void derived(JsonNode channel, String part) {
        out.append('\n');
        for (Map.Entry<String, JsonNode> value : channel.at("/derived/" + part).properties()) {
            value(words(value.getKey()), value.getValue().asText());
        }
    }

    /** Splits a JSON name, such as payloadKey, into words. */
    private static String words(String name) {
        return name.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private void value(String name, String hex) {
        lines(String.format("      %-22s", name), hex);
    }

    private void lines(String lead, String hex) {
        String indent = lead;
        for (int at = 0; at < Math.max(1, hex.length()); at += 2 * OCTETS_PER_LINE) {
            out.append(indent).append(hex, at, Math.min(hex.length(), at + 2 * OCTETS_PER_LINE));
            out.append('\n');
            indent = " ".repeat(lead.length());
        }
    }
}
