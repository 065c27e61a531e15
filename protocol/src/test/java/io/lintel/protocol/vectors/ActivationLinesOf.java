package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.protocol.vectors.straight.ActivationLines;
import io.lintel.protocol.vectors.straight.Curve;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.ArrayList;
import java.util.List;

/** The straight lines of an activation vector. */
final class ActivationLinesOf {
    private static final List<String> REFUSALS =
            List.of("", "unknown-code", "expired", "already-used", "rate-limited", "credential-ended", "none-left");

    private ActivationLinesOf() {}

    static ActivationLines vector(JsonNode file, JsonNode vector) {
        Curve curve = Curve.ofSuite(file.path("suite").asInt());
        return ActivationLines.write(curve, curve.publicKey(Json.hex(vector, "managerPrivateKey")), phone(vector));
    }

    static ActivationLines.Phone phone(JsonNode vector) {
        return new ActivationLines.Phone(
                Json.hex(vector, "phoneEphemeral"),
                Json.hex(vector, "holderPrivateKey"),
                Json.hex(vector, "requestId"),
                Json.text(vector, "code"));
    }

    static Bytes phoneEphemeral(JsonNode file, JsonNode vector) {
        return Curve.ofSuite(file.path("suite").asInt()).publicKey(Json.hex(vector, "phoneEphemeral"));
    }

    /** Returns the response to a vector's request with the vector's outcome, by the tables of section 12. */
    static Bytes response(JsonNode file, JsonNode vector) {
        Bytes content = vector.has("grant") ? grant(vector.get("grant")) : refusal(vector.get("refusal"));
        return vector(file, vector)
                .response(Json.hex(vector, "managerEphemeral"), phoneEphemeral(file, vector), content);
    }

    private static Bytes grant(JsonNode grant) {
        List<Bytes> fields = new ArrayList<>();
        fields.add(FieldLines.octets(1, Json.hex(grant, "root")));
        grant.path("issuingKeys").forEach(key -> fields.add(FieldLines.octets(2, Bytes.ofHex(key.asText()))));
        fields.add(FieldLines.octets(3, Json.hex(grant, "credential")));
        fields.add(FieldLines.number(4, grant.path("keyEpoch").asLong()));
        fields.add(FieldLines.octets(5, Json.hex(grant, "projectKey")));
        grant.path("readerCertificates").forEach(one -> fields.add(FieldLines.octets(6, Bytes.ofHex(one.asText()))));
        if (grant.has("revocationList")) {
            fields.add(FieldLines.octets(7, Json.hex(grant, "revocationList")));
        }
        if (!Json.text(grant, "displayName").isEmpty()) {
            fields.add(FieldLines.octets(8, Bytes.utf8(Json.text(grant, "displayName"))));
        }
        if (grant.has("handOffClaim")) {
            fields.add(FieldLines.octets(9, Bytes.utf8(Json.text(grant, "handOffClaim"))));
        }
        return FieldLines.octets(1, Bytes.concat(fields.toArray(Bytes[]::new)));
    }

    private static Bytes refusal(JsonNode refusal) {
        Bytes reason = FieldLines.number(1, REFUSALS.indexOf(Json.text(refusal, "reason")));
        long wait = refusal.path("retryAfterSeconds").asLong();
        return FieldLines.octets(2, wait == 0 ? reason : Bytes.concat(reason, FieldLines.number(2, wait)));
    }
}
