package io.lintel.protocol.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** How a side ends, in words short enough to state in a scenario. */
final class Endings {
    private Endings() {}

    static Optional<String> of(JsonNode effect) {
        if (effect.has("decided")) {
            JsonNode decided = effect.get("decided");
            return Optional.of(Json.text(decided, "outcome") + " " + Json.text(decided, "path"));
        }
        if (effect.has("finished")) {
            JsonNode finished = effect.get("finished");
            return Optional.of(
                    switch (Json.text(finished, "result")) {
                        case "granted" -> "granted " + Json.text(finished, "path");
                        case "denied" -> Json.text(finished, "reason") + " " + Json.text(finished, "path");
                        default -> Json.text(finished, "error") + " " + Json.text(finished, "outcome");
                    });
        }
        return effect.has("end") ? Optional.of(Json.text(effect, "end")) : Optional.empty();
    }
}
