package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lintel.crypto.Bytes;
import java.util.List;

/** The set-up that a scenario changes one thing of. */
final class Defaults {
    private Defaults() {}

    static void reader(ObjectNode reader, Bytes stateEpoch) {
        reader.put("identity", "front");
        reader.put("keyEpoch", 1);
        reader.put("stateEpoch", stateEpoch.toHex());
        reader.putArray("directory");
        reader.put("list", "nothing-revoked");
        ObjectNode policy = reader.putObject("policy");
        policy.set("transports", Json.texts(List.of("tcp", "ble-gatt", "ble-l2cap")));
        policy.set("triggers", Json.texts(List.of("list", "widget", "display", "automatic")));
        policy.put("personVerification", "as-credential-says");
        policy.put("maxAnswerTimeMillis", 2000);
        policy.put("staleSeconds", 0);
        policy.put("clockLagSeconds", 600);
    }

    static void phone(ObjectNode phone, String credential) {
        phone.put("credential", credential);
        phone.putArray("keyEpochs").add(1).add(2);
        phone.putArray("readers").add("front");
    }
}
