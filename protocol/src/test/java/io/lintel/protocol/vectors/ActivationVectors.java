package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.vectors.straight.ActivationLines;
import io.lintel.protocol.vectors.straight.FieldLines;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** Makes the vectors of activation: granted, refused, and messages that are not the protocol's. */
final class ActivationVectors {
    private static final String CODE = "0aZ9bY8cX7dW6eV5fU4g";

    private final World world;
    private final ObjectNode file;

    private ActivationVectors(CryptoSuite suite) {
        this.file = SiteNodes.of(suite, "activation");
        this.world = new World(suite, file);
    }

    static ObjectNode file(CryptoSuite suite) {
        ActivationVectors vectors = new ActivationVectors(suite);
        vectors.file.putArray("vectors");
        vectors.granted(
                "granted", "Root, issuing keys, credential, project key, two readers and a list.", "Main entrance", 2);
        vectors.granted("granted-least", "No readers and no name: the shortest grant.", "", 0);
        vectors.handedOff();
        for (ActivationRefusal reason : ActivationRefusal.values()) {
            vectors.refused(reason);
        }
        vectors.badRequests();
        vectors.badResponses();
        return vectors.file;
    }

    private ObjectNode vector(String id, String title) {
        ObjectNode vector = file.withArray("/vectors").addObject().put("id", id).put("title", title);
        vector.put("code", CODE);
        ActivationScript.keys(vector, world.keys, id);
        return vector;
    }

    private void granted(String id, String title, String displayName, int readers) {
        ObjectNode vector = vector(id, title);
        grant(vector.putObject("grant"), displayName, readers);
        finish(vector);
    }

    /** The claim is the host system's to verify; to the phone it is text. */
    private void handedOff() {
        ObjectNode vector = vector("granted-self-service", "A claim to show to the host system.");
        ObjectNode grant = vector.putObject("grant");
        grant(grant, "Main entrance", 0);
        grant.put("handOffClaim", "eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl");
        finish(vector);
    }

    private void grant(ObjectNode grant, String displayName, int readers) {
        JsonNode site = file.at("/projects/site");
        grant.put("root", Json.text(site, "root"));
        ArrayNode keys = grant.putArray("issuingKeys");
        site.path("issuingKeys").forEach(key -> keys.add(Json.text(key, "signed")));
        grant.put("credential", file.at("/credentials/alice/signed").asText());
        grant.put("keyEpoch", 1);
        grant.put("projectKey", site.at("/projectKeys/0/key").asText());
        ArrayNode certificates = grant.putArray("readerCertificates");
        for (String reader : new String[] {"front", "back"}) {
            if (certificates.size() < readers) {
                certificates.add(file.at("/readers/" + reader + "/certificate").asText());
            }
        }
        if (readers > 0) {
            grant.put("revocationList", file.at("/lists/nothing-revoked/signed").asText());
        }
        grant.put("displayName", displayName);
    }

    private void refused(ActivationRefusal reason) {
        ObjectNode vector = vector("refused-" + Json.name(reason), "The manager refuses.");
        ObjectNode refusal = vector.putObject("refusal").put("reason", Json.name(reason));
        refusal.put("retryAfterSeconds", reason == ActivationRefusal.RATE_LIMITED ? 300 : 0);
        finish(vector);
    }

    private void finish(ObjectNode vector) {
        ActivationScript script = new ActivationScript(world, vector);
        vector.put("request", script.request().toHex());
        vector.put("managerSays", script.managerSays());
        vector.put("response", script.response().toHex());
        vector.put("phoneSays", script.phoneSays());
        derived(vector);
    }

    private void derived(ObjectNode vector) {
        ActivationLines lines = ActivationLinesOf.vector(file, vector);
        vector.putObject("derived")
                .put("prologue", ActivationLines.prologue(lines.curve()).toHex())
                .put(
                        "proofKey",
                        ActivationLines.proofKey(lines.curve(), lines.managerKey(), ActivationLinesOf.phone(vector))
                                .toHex())
                .put("payload", lines.payload().toHex())
                .put("ck", lines.noise().ck().toHex())
                .put("h", lines.noise().h().toHex());
    }

    private void badRequests() {
        request("truncated", "One octet is missing.", request -> request.slice(0, request.size() - 1));
        request("extended", "One octet too many.", request -> Bytes.concat(request, Bytes.of(0)));
        request("kind", "The response's kind.", request -> RefusedTaps.with(request, 0, 0x11));
        request("suite", "The other suite.", request -> RefusedTaps.with(request, 1, 3 - request.unsigned(1)));
        request(
                "tag",
                "The last octet.",
                request -> RefusedTaps.with(request, request.size() - 1, request.unsigned(request.size() - 1) ^ 1));
        request("empty", "No octet at all.", request -> Bytes.EMPTY);
        payload("proof-wrong", "The proof's last octet.", (lines, vector) -> {
            Bytes payload = lines.payload();
            return RefusedTaps.with(payload, payload.size() - 1, payload.unsigned(payload.size() - 1) ^ 1);
        });
        payload("fields-descend", "The proof stands first.", (lines, vector) -> {
            int proofAt = lines.payload().size() - 34;
            return Bytes.concat(
                    lines.payload().slice(proofAt, proofAt + 34),
                    lines.payload().slice(0, proofAt));
        });
        payload(
                "code-character",
                "A code with a character that codes do not have.",
                (lines, vector) -> RefusedTaps.with(lines.payload(), 20, '!'));
        for (BadPoints point : BadPoints.values()) {
            payload("holder-" + Json.name(point), point.title() + " as holder key.", (lines, vector) -> {
                Bytes key = point.encoded(lines.curve().suite());
                return Bytes.concat(
                        lines.payload().slice(0, 40), FieldLines.octets(3, key), FieldLines.octets(4, lines.proof()));
            });
        }
    }

    private void request(String id, String title, UnaryOperator<Bytes> change) {
        ObjectNode vector = vector("request-" + id, title);
        ActivationScript script = new ActivationScript(world, vector);
        vector.put("request", change.apply(script.request()).toHex());
        vector.put("managerSays", script.managerSays());
    }

    private void payload(String id, String title, BiFunction<ActivationLines, ObjectNode, Bytes> change) {
        ObjectNode vector = vector("request-" + id, title);
        ActivationLines good = ActivationLinesOf.vector(file, vector);
        Bytes payload = change.apply(good, vector);
        ActivationLines bad = ActivationLines.write(
                good.curve(), good.managerKey(), ActivationLinesOf.phone(vector), good.proof(), payload);
        vector.put("request", bad.request().toHex());
        vector.put("managerSays", new ActivationScript(world, vector).managerSays());
    }

    private void badResponses() {
        Bytes refusal = FieldLines.octets(2, FieldLines.number(1, 1));
        Bytes good = ActivationLines.padded(refusal);
        Map<String, Bytes> payloads = Map.of(
                "padding", RefusedTaps.with(good, 255, 1),
                "length", RefusedTaps.with(good, 0, 1),
                "short", good.slice(0, 255),
                "block-too-many", Bytes.concat(good, MalformedTaps.zeros(256)),
                "nothing", ActivationLines.padded(Bytes.EMPTY),
                "reason-0", ActivationLines.padded(FieldLines.octets(2, Bytes.EMPTY)),
                "reason-7", ActivationLines.padded(FieldLines.octets(2, FieldLines.number(1, 7))),
                "wait-too-long",
                        ActivationLines.padded(FieldLines.octets(
                                2, Bytes.concat(FieldLines.number(1, 4), FieldLines.number(2, 2_592_001)))));
        payloads.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(payload -> {
            ObjectNode vector = vector("response-" + payload.getKey(), "Sealed as it should be, and out of bounds.");
            ActivationLines lines = ActivationLinesOf.vector(file, vector);
            vector.put("request", lines.request().toHex());
            vector.put("managerSays", new ActivationScript(world, vector).managerSays());
            Bytes response = lines.sealedResponse(
                    Json.hex(vector, "managerEphemeral"),
                    ActivationLinesOf.phoneEphemeral(file, vector),
                    payload.getValue());
            vector.put("response", response.toHex());
            vector.put("phoneSays", new ActivationScript(world, vector).phoneSays());
        });
    }
}
