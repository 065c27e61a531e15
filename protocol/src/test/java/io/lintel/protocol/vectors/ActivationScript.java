package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.protocol.activation.ActivationException;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationRefusal;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.ManagerActivation;
import io.lintel.protocol.activation.PhoneActivation;
import io.lintel.protocol.activation.VerifiedGrant;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Plays an activation vector with the real phone and the real manager, from what the vector says and nothing else. */
final class ActivationScript {
    private final World world;
    private final JsonNode vector;

    ActivationScript(World world, JsonNode vector) {
        this.world = world;
        this.vector = vector;
    }

    private DhKeyPair key(String field) {
        return world.keys.dh(Json.hex(vector, field));
    }

    private PhoneActivation phone() {
        return PhoneActivation.start(
                world.suite,
                key("managerPrivateKey").publicKey(),
                ActivationCode.parse(Json.text(vector, "code")),
                key("holderPrivateKey"),
                Json.hex(vector, "requestId"),
                key("phoneEphemeral"));
    }

    Bytes request() {
        try (PhoneActivation phone = phone()) {
            return phone.request();
        }
    }

    /** Returns what the manager makes of the vector's request. */
    String managerSays() {
        try (ManagerActivation manager = open()) {
            boolean same = manager.requestId().equals(Json.hex(vector, "requestId"))
                    && manager.code().text().equals(Json.text(vector, "code"))
                    && manager.holderKey().equals(key("holderPrivateKey").publicKey());
            return same ? "accepted" : "accepted for another";
        } catch (ActivationException refused) {
            return "not-authentic";
        }
    }

    private ManagerActivation open() {
        return ManagerActivation.open(world.suite, key("managerPrivateKey"), Json.hex(vector, "request"));
    }

    /** Returns the response to the vector's request, with the vector's outcome. */
    Bytes response() {
        try (ManagerActivation manager = open()) {
            JsonNode refusal = vector.get("refusal");
            if (refusal == null) {
                return manager.grant(grant(vector.get("grant")), key("managerEphemeral"));
            }
            long seconds = refusal.path("retryAfterSeconds").asLong();
            Optional<Duration> wait = seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
            ActivationRefusal reason = Json.constant(ActivationRefusal.class, Json.text(refusal, "reason"));
            return manager.refuse(reason, wait, key("managerEphemeral"));
        }
    }

    static ActivationGrant grant(JsonNode node) {
        return new ActivationGrant(
                Json.hex(node, "root"),
                octets(node, "issuingKeys"),
                Json.hex(node, "credential"),
                node.path("keyEpoch").asInt(),
                SecretBytes.copyOf(Json.hex(node, "projectKey").toByteArray()),
                octets(node, "readerCertificates"),
                Optional.ofNullable(node.get("revocationList")).map(list -> Bytes.ofHex(list.asText())),
                Json.text(node, "displayName"),
                Optional.ofNullable(node.get("handOffClaim")).map(JsonNode::asText));
    }

    private static List<Bytes> octets(JsonNode node, String field) {
        return StreamSupport.stream(node.path(field).spliterator(), false)
                .map(value -> Bytes.ofHex(value.asText()))
                .toList();
    }

    /** Returns what the phone makes of the vector's response. */
    String phoneSays() {
        try (PhoneActivation phone = phone()) {
            ActivationResult result = phone.receive(Json.hex(vector, "response"));
            if (result instanceof ActivationResult.Refused refused) {
                return "refused: " + Json.name(refused.reason());
            }
            ActivationGrant grant = ((ActivationResult.Activated) result).grant();
            VerifiedGrant.of(grant, world.suite, key("holderPrivateKey").publicKey(), SiteNodes.NOW);
            return "granted";
        } catch (ActivationException refused) {
            return "not-authentic";
        }
    }

    /** Returns the manager's own key of the vectors of a suite. */
    static void keys(ObjectNode vector, FixedKeys keys, String id) {
        vector.put("managerPrivateKey", keys.octets("manager").toHex());
        vector.put("holderPrivateKey", keys.octets("holder alice").toHex());
        vector.put("requestId", keys.octets(id + " request").slice(0, 16).toHex());
        vector.put("phoneEphemeral", keys.octets(id + " phone ephemeral").toHex());
        vector.put("managerEphemeral", keys.octets(id + " manager ephemeral").toHex());
    }
}
