package io.lintel.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.lintel.crypto.Bytes;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The second chapter: doors open, cold and fast. An eavesdropper records what goes over the air. */
final class Tapping {
    static final String BACK = "back-door";
    private static final String FAST_TAPS = "100";

    private final Town town;
    private final Teller teller;
    private Bytes recordedCold = Bytes.EMPTY;
    private Bytes recordedFast = Bytes.EMPTY;

    Tapping(Town town, Teller teller) {
        this.town = town;
        this.teller = teller;
    }

    void tell() {
        teller.step("a door is added later", "reader 5, which no phone knows; both readers run", this::doors);
        teller.step("first visit", "who, certificate, then a cold tap granted", this::firstVisit);
        teller.step("cold tap", "opener, cold, answer: granted", this::cold);
        teller.step("fast tap", "opener, fast, answer: granted", this::fast);
        teller.step(FAST_TAPS + " fast taps", "all granted, all fast", this::manyFast);
        teller.step(
                "reader restarted", "the next tap falls back to cold by itself, the one after is fast", this::restart);
    }

    /** A phone's message that opened the front door by a cold tap. */
    Bytes recordedCold() {
        return recordedCold;
    }

    /** A phone's message that opened the front door by a fast tap. */
    Bytes recordedFast() {
        return recordedFast;
    }

    private Sight doors() {
        long reader = town.manage("reader", "enroll", "--name", "Back door", "--dir", BACK)
                .path("reader")
                .asLong();
        town.openDoor(Founding.FRONT);
        town.openDoor(BACK);
        return Sight.of("reader " + reader + ", both listening", reader == 5);
    }

    private Sight firstVisit() {
        try (Eavesdropper air = Eavesdropper.before(town.address(BACK))) {
            JsonNode tap = town.tap(Issuing.ADA, air.address()).answer();
            return sight(tap, air, "cold", List.of("opener", "who", "certificate", "cold", "answer"));
        }
    }

    private Sight cold() {
        try (Eavesdropper air = Eavesdropper.before(town.address(Founding.FRONT))) {
            JsonNode tap = town.tap(Issuing.ADA, air.address()).answer();
            recordedCold = air.message("cold").orElse(Bytes.EMPTY);
            return sight(tap, air, "cold", List.of("opener", "cold", "answer"));
        }
    }

    private Sight fast() {
        try (Eavesdropper air = Eavesdropper.before(town.address(Founding.FRONT))) {
            JsonNode tap = town.tap(Issuing.ADA, air.address()).answer();
            recordedFast = air.message("fast").orElse(Bytes.EMPTY);
            return sight(tap, air, "fast", List.of("opener", "fast", "answer"));
        }
    }

    private Sight sight(JsonNode tap, Eavesdropper air, String path, List<String> messages) {
        List<String> kinds =
                air.kinds().stream().filter(kind -> !kind.equals("traffic")).toList();
        boolean granted = tap.path("result").asText().equals("granted");
        return Sight.of(
                String.join(", ", kinds) + ": " + tap.path("result").asText() + " ("
                        + tap.path("path").asText() + ", " + tap.path("millis").asText() + " ms)",
                granted && tap.path("path").asText().equals(path) && kinds.equals(messages));
    }

    private Sight manyFast() {
        Finished taps = town.tap(Issuing.ADA, town.door(Founding.FRONT).address(), "--repeat", FAST_TAPS);
        JsonNode granted = taps.answer().path("granted");
        JsonNode fast = granted.path("fast");
        String text = String.format(
                Locale.ROOT,
                "%d fast: p50 %.1f ms, p90 %.1f ms, p99 %.1f ms, max %.1f ms (storing each attempt durably included)",
                fast.path("count").asInt(),
                fast.path("p50Millis").asDouble(),
                fast.path("p90Millis").asDouble(),
                fast.path("p99Millis").asDouble(),
                fast.path("maxMillis").asDouble());
        boolean all = fast.path("count").asText().equals(FAST_TAPS) && granted.size() == 1 && taps.exitCode() == 0;
        return new Sight(text, all, Map.of("fast", fast));
    }

    private Sight restart() {
        boolean stopped = town.door(Founding.FRONT).stop();
        String address = town.openDoor(Founding.FRONT).address();
        String first = outcome(town.tap(Issuing.ADA, address).answer());
        String second = outcome(town.tap(Issuing.ADA, address).answer());
        return Sight.of(
                "first " + first + ", then " + second,
                stopped && first.equals("granted cold") && second.equals("granted fast"));
    }

    private static String outcome(JsonNode tap) {
        return tap.path("result").asText() + " " + tap.path("path").asText();
    }
}
