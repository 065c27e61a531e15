package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.CheckInLines;
import io.lintel.protocol.vectors.straight.Curve;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.ArrayList;
import java.util.List;

/** The straight lines of a check-in vector, by the tables of section 13. */
final class CheckInLinesOf {
    private static final List<String> HOLDINGS = List.of("", "held", "deleted-as-told", "deleted-by-person");
    private static final List<String> INSTRUCTIONS = List.of("", "keep", "delete", "forget");
    private static final List<String> REFUSALS = List.of("", "rate-limited", "unknown-credential");
    private static final List<String> COUNTERS = List.of(
            "", "activations", "restarts", "daysUsed", "failedConnections", "successfulConnections", "triggers");
    private static final List<String> VERSIONS = List.of("phoneModel", "osVersion", "appVersion");

    private CheckInLinesOf() {}

    static CheckInLines vector(JsonNode file, JsonNode vector) {
        Curve curve = Curve.ofSuite(file.path("suite").asInt());
        JsonNode says = vector.path("says");
        int blocks = says.has("receipts") ? 8 : 1;
        return CheckInLines.write(curve, managerKey(curve, vector), phone(vector), said(says), blocks);
    }

    static Bytes managerKey(Curve curve, JsonNode vector) {
        return curve.publicKey(Json.hex(vector, "managerPrivateKey"));
    }

    static CheckInLines.Phone phone(JsonNode vector) {
        return new CheckInLines.Phone(Json.hex(vector, "phoneEphemeral"), Json.hex(vector, "holderPrivateKey"));
    }

    /** Returns the response to a vector's request with the vector's outcome. */
    static Bytes response(JsonNode file, JsonNode vector) {
        Bytes content = vector.has("answer") ? answer(vector.get("answer")) : refusal(vector.get("refusal"));
        return vector(file, vector).response(Json.hex(vector, "managerEphemeral"), content);
    }

    static Bytes said(JsonNode says) {
        List<Bytes> fields = new ArrayList<>();
        fields.add(FieldLines.octets(1, Json.hex(says, "requestId")));
        fields.add(FieldLines.number(2, says.path("number").asLong()));
        fields.add(FieldLines.octets(3, Json.hex(says, "project")));
        fields.add(FieldLines.fixed(4, says.path("serial").asLong()));
        fields.add(FieldLines.number(5, HOLDINGS.indexOf(Json.text(says, "holding"))));
        octets(fields, 6, says, "credential");
        number(fields, 7, says.path("keyEpoch").asLong());
        if (says.path("listEpoch").asLong() != 0) {
            fields.add(FieldLines.fixed(8, says.path("listEpoch").asLong()));
        }
        octets(fields, 9, says, "issuingKeys");
        number(fields, 10, says.path("readersRevision").asLong());
        if (says.has("report")) {
            fields.add(FieldLines.octets(11, report(says.get("report"))));
        }
        if (says.path("headEpoch").asLong() != 0) {
            fields.add(FieldLines.fixed(12, says.path("headEpoch").asLong()));
        }
        says.path("receipts").forEach(receipt -> fields.add(FieldLines.octets(13, Bytes.ofHex(receipt.asText()))));
        return Bytes.concat(fields.toArray(Bytes[]::new));
    }

    private static Bytes report(JsonNode report) {
        List<Bytes> fields = new ArrayList<>();
        for (int field = 1; field < COUNTERS.size(); field++) {
            number(fields, field, report.path(COUNTERS.get(field)).asLong());
        }
        for (int i = 0; i < VERSIONS.size(); i++) {
            text(fields, COUNTERS.size() + i, Json.text(report, VERSIONS.get(i)));
        }
        return Bytes.concat(fields.toArray(Bytes[]::new));
    }

    private static Bytes answer(JsonNode answer) {
        List<Bytes> fields = new ArrayList<>();
        number(fields, 1, answer.path("number").asLong());
        number(fields, 2, INSTRUCTIONS.indexOf(Json.text(answer, "instruction")));
        octets(fields, 3, answer, "credential");
        answer.path("issuingKeys").forEach(key -> fields.add(FieldLines.octets(4, Bytes.ofHex(key.asText()))));
        number(fields, 5, answer.path("keyEpoch").asLong());
        octets(fields, 6, answer, "projectKey");
        number(fields, 7, answer.path("nextCheckInSeconds").asLong());
        number(fields, 8, answer.path("reportWanted").asBoolean() ? 1 : 0);
        number(fields, 9, answer.path("readersRevision").asLong());
        answer.path("doors").forEach(door -> fields.add(FieldLines.octets(10, door(door))));
        octets(fields, 11, answer, "revocationList");
        octets(fields, 12, answer, "listHead");
        octets(fields, 13, answer, "listDelta");
        return FieldLines.octets(1, Bytes.concat(fields.toArray(Bytes[]::new)));
    }

    private static Bytes door(JsonNode door) {
        List<Bytes> fields = new ArrayList<>();
        number(fields, 1, door.path("readerNumber").asLong());
        text(fields, 2, Json.text(door, "name"));
        octets(fields, 3, door, "certificate");
        text(fields, 4, Json.text(door, "readerId"));
        octets(fields, 5, door, "mac");
        number(fields, 6, door.path("signalPercent").asLong());
        number(fields, 7, door.path("oneTapPercent").asLong());
        number(fields, 8, door.path("modes").asLong());
        return Bytes.concat(fields.toArray(Bytes[]::new));
    }

    private static Bytes refusal(JsonNode refusal) {
        List<Bytes> fields = new ArrayList<>();
        number(fields, 1, REFUSALS.indexOf(Json.text(refusal, "reason")));
        number(fields, 2, refusal.path("retryAfterSeconds").asLong());
        return FieldLines.octets(2, Bytes.concat(fields.toArray(Bytes[]::new)));
    }

    /** Zero, which is the default, is left out. */
    private static void number(List<Bytes> fields, int field, long value) {
        if (value != 0) {
            fields.add(FieldLines.number(field, value));
        }
    }

    private static void text(List<Bytes> fields, int field, String text) {
        if (!text.isEmpty()) {
            fields.add(FieldLines.octets(field, Bytes.utf8(text)));
        }
    }

    private static void octets(List<Bytes> fields, int field, JsonNode owner, String name) {
        if (owner.has(name)) {
            fields.add(FieldLines.octets(field, Json.hex(owner, name)));
        }
    }
}
