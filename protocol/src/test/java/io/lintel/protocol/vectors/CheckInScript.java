package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.checkin.CheckInException;
import io.lintel.protocol.checkin.CheckInRefusal;
import io.lintel.protocol.checkin.CheckInResult;
import io.lintel.protocol.checkin.ManagerCheckIn;
import io.lintel.protocol.checkin.PhoneCheckIn;
import java.time.Duration;
import java.util.Optional;

/** Plays a check-in vector with the real phone and the real manager, from what the vector says and nothing else. */
final class CheckInScript {
    private final World world;
    private final JsonNode vector;

    CheckInScript(World world, JsonNode vector) {
        this.world = world;
        this.vector = vector;
    }

    private DhKeyPair key(String field) {
        return world.keys.dh(Json.hex(vector, field));
    }

    private PhoneCheckIn phone() {
        return PhoneCheckIn.start(
                world.suite,
                key("managerPrivateKey").publicKey(),
                key("holderPrivateKey"),
                CheckInNodes.request(vector.path("says")),
                key("phoneEphemeral"));
    }

    Bytes request() {
        try (PhoneCheckIn phone = phone()) {
            return phone.request();
        }
    }

    private ManagerCheckIn open() {
        return ManagerCheckIn.open(world.suite, key("managerPrivateKey"), Json.hex(vector, "request"));
    }

    /** Returns what the manager makes of the vector's request. */
    String managerSays() {
        try (ManagerCheckIn manager = open()) {
            boolean same = manager.request().equals(CheckInNodes.request(vector.path("says")))
                    && manager.holderKey().equals(key("holderPrivateKey").publicKey());
            return same ? "accepted" : "accepted for another";
        } catch (CheckInException refused) {
            return "not-authentic";
        }
    }

    /** Returns the response to the vector's request, with the vector's outcome. */
    Bytes response() {
        try (ManagerCheckIn manager = open()) {
            if (vector.has("answer")) {
                return manager.answer(CheckInNodes.answer(vector.get("answer")), key("managerEphemeral"));
            }
            JsonNode refusal = vector.path("refusal");
            long seconds = refusal.path("retryAfterSeconds").asLong();
            Optional<Duration> wait = seconds == 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds));
            CheckInRefusal reason = Json.constant(CheckInRefusal.class, Json.text(refusal, "reason"));
            return manager.refuse(reason, wait, key("managerEphemeral"));
        }
    }

    /** Returns what the phone makes of the vector's response. */
    String phoneSays() {
        try (PhoneCheckIn phone = phone()) {
            CheckInResult result = phone.receive(Json.hex(vector, "response"));
            if (result instanceof CheckInResult.Refused refused) {
                return "refused: " + Json.name(refused.reason());
            }
            return "answered: "
                    + Json.name(((CheckInResult.Answered) result).answer().instruction());
        } catch (CheckInException refused) {
            return "not-authentic";
        }
    }
}
