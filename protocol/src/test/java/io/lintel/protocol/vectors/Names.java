package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.Curve;
import java.util.List;
import java.util.Map;

/** Looks up what a vector names, as raw octets: all that the straight lines begin with. */
final class Names {
    private static final List<String> TRIGGERS = List.of("list", "widget", "display", "automatic");
    private static final Map<String, Integer> ASSURANCES = Map.of("person-verified", 1, "device-unlocked", 2);

    final Curve curve;
    private final JsonNode file;
    private final JsonNode vector;

    Names(JsonNode file, JsonNode vector) {
        this.curve = Curve.ofSuite((int) Json.number(file, "suite", 0));
        this.file = file;
        this.vector = vector;
    }

    JsonNode readerSetup() {
        return Json.required(vector, "reader");
    }

    JsonNode reader() {
        return reader(Json.text(readerSetup(), "identity"));
    }

    JsonNode reader(String name) {
        return file.at("/readers/" + name);
    }

    JsonNode phone(String name) {
        return vector.at("/phones/" + name);
    }

    JsonNode readers() {
        return Json.required(file, "readers");
    }

    JsonNode credentialOf(JsonNode channel) {
        String phone = Json.text(channel, "phone");
        return credential(Json.text(vector.at("/phones/" + phone), "credential"));
    }

    JsonNode credential(String name) {
        return file.at("/credentials/" + name);
    }

    Bytes project(JsonNode owner) {
        return Json.hex(file.at("/projects/" + Json.text(owner, "project")), "id");
    }

    Bytes projectKey(JsonNode owner, int epoch) {
        JsonNode keys = file.at("/projects/" + Json.text(owner, "project") + "/projectKeys");
        return Json.hex(keys.get(epoch - 1), "key");
    }

    int listEpoch(String list) {
        return (int) Json.number(file.at("/lists/" + list), "listEpoch", 0);
    }

    JsonNode channel(int id) {
        for (JsonNode channel : vector.path("channels")) {
            if (channel.path("id").asInt() == id) {
                return channel;
            }
        }
        throw new IllegalArgumentException("no channel " + id);
    }

    /** Returns the two octets of section 4.4. */
    static Bytes intent(JsonNode channel) {
        JsonNode intent = Json.required(channel, "intent");
        int bits = 0;
        for (String assurance : Json.texts(intent, "assurances")) {
            bits |= ASSURANCES.get(assurance);
        }
        return Bytes.of(1 + TRIGGERS.indexOf(Json.text(intent, "trigger")), bits);
    }
}
