package io.lintel.protocol.vectors;

import java.util.List;

/** Taps that open a door. */
final class GrantedTaps {
    private GrantedTaps() {}

    static List<Scenario> all() {
        return List.of(
                new Scenario(
                        "cold-whole",
                        "A cold tap with the whole credential opens the door.",
                        r -> r.mustEnd(r.tap(), "granted cold", "granted cold")),
                new Scenario("cold-reference", "A reader with a directory takes a reference.", r -> {
                    r.reader().withArray("/directory").add("alice");
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario(
                        "cold-send-credential", "The directory lacks the credential: it is asked for, once.", r -> {
                            r.reader().withArray("/directory").add("bob");
                            r.mustEnd(r.tap(), "granted cold", "granted cold");
                        }),
                new Scenario(
                        "cold-largest",
                        "The largest credential leaves no padding.",
                        r -> r.holding("largest").mustEnd(r.tap(), "granted cold", "granted cold")),
                new Scenario("who", "First visit: the phone asks who the reader is, then taps cold.", r -> {
                    r.phone("alice").putArray("readers");
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("fast", "A cold tap leaves a ratchet; two fast taps step it; the session closes.", r -> {
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                    int last = r.tap();
                    r.mustEnd(last, "granted fast", "granted fast");
                    close(r, last);
                }),
                new Scenario("fast-assurances", "Trigger and assurances arrive as the phone claims them.", r -> {
                    r.tap();
                    r.meaning("display", "person-verified", "device-unlocked");
                    r.mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("over-ble", "The transport's name is in every key: GATT, then L2CAP.", r -> {
                    r.over("ble-gatt").mustEnd(r.tap(), "granted cold", "granted cold");
                    r.over("ble-l2cap").mustEnd(r.tap(), "granted fast", "granted fast");
                }),
                new Scenario("key-epoch-2", "The reader speaks the newer of two key epochs.", r -> {
                    r.reader().put("keyEpoch", 2);
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("issuing-epoch-2", "A credential of the epoch that the list demands.", r -> {
                    r.reader().put("list", "issuing-epoch-raised");
                    r.holding("renewed").mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("stale-list-allowed", "The site allows taps under a list that has expired.", r -> {
                    r.reader().put("list", "stale");
                    r.policy().put("staleSeconds", 2);
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("clock-behind", "The reader's clock is behind, within the lag that is stated.", r -> {
                    r.reader().put("list", "issued-in-ten-minutes");
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }),
                new Scenario("no-clock-allowed", "The site allows taps at a reader without a clock.", r -> {
                    r.policy().remove("clockLagSeconds");
                    r.policy().put("allowWithoutClock", true);
                    r.mustEnd(r.tap(), "granted cold", "granted cold");
                }));
    }

    /** The phone says that it is done, and the reader closes the channel. */
    private static void close(Recorder r, int channel) {
        var effects = r.record("phone", "close", channel);
        r.toReader(channel, Json.hex(effects.get(0), "send"));
    }
}
