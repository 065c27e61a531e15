package io.lintel.crypto.noise;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One entry of a vector file in the cacophony format.
 *
 * @param protocolName the whole Noise name
 * @param initiator what the initiator starts with
 * @param responder what the responder starts with
 * @param handshakeHash expected after the last handshake message
 * @param messages of the handshake and then of the transport phase
 */
record NoiseVector(String protocolName, Party initiator, Party responder, Bytes handshakeHash, List<Message> messages) {
    record Party(
            Bytes prologue,
            Optional<Bytes> localStatic,
            Optional<Bytes> remoteStatic,
            Optional<Bytes> ephemeral,
            List<Bytes> psks) {}

    record Message(Bytes payload, Bytes ciphertext) {}

    static NoiseVector parse(JsonNode node) {
        List<Message> messages = new ArrayList<>();
        for (JsonNode message : node.get("messages")) {
            messages.add(new Message(
                    hex(message, "payload").orElseThrow(),
                    hex(message, "ciphertext").orElseThrow()));
        }
        return new NoiseVector(
                node.get("protocol_name").asText(),
                party(node, "init"),
                party(node, "resp"),
                hex(node, "handshake_hash").orElseThrow(),
                messages);
    }

    private static Party party(JsonNode node, String side) {
        List<Bytes> psks = new ArrayList<>();
        if (node.has(side + "_psks")) {
            node.get(side + "_psks").forEach(psk -> psks.add(Bytes.ofHex(psk.asText())));
        }
        return new Party(
                hex(node, side + "_prologue").orElseThrow(),
                hex(node, side + "_static"),
                hex(node, side + "_remote_static"),
                hex(node, side + "_ephemeral"),
                psks);
    }

    private static Optional<Bytes> hex(JsonNode node, String field) {
        return node.has(field) ? Optional.of(Bytes.ofHex(node.get(field).asText())) : Optional.empty();
    }

    /** The pattern's part of the protocol name. */
    String pattern() {
        return protocolName.split("_", -1)[1];
    }

    Party party(Role role) {
        return role == Role.INITIATOR ? initiator : responder;
    }

    static SecretBytes secret(Bytes bytes) {
        return SecretBytes.copyOf(bytes.toByteArray());
    }
}
