package io.lintel.protocol.vectors;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Taps of authenticated phones that the policy denies, one for each reason and way to it. */
final class DeniedTaps {
    private DeniedTaps() {}

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(List.of(
                cold("early", "not-yet-valid", "The validity begins tomorrow.", r -> r.holding("early")),
                cold("expired", "expired", "The validity ended a second ago.", r -> r.holding("expired")),
                cold("lapsed", "lease-ended", "The lease ended a second ago.", r -> r.holding("lapsed")),
                cold(
                        "revoked",
                        "revoked",
                        "The list names the serial.",
                        r -> r.reader().put("list", "alice-revoked")),
                cold(
                        "below-base",
                        "revoked",
                        "The serial is below the list's base.",
                        r -> r.reader().put("list", "base-raised")),
                cold("stale-and-revoked", "revoked", "A stale list that is allowed still revokes.", r -> {
                    r.reader().put("list", "stale-alice-revoked");
                    r.policy().put("staleSeconds", 2);
                }),
                cold(
                        "wrong-group",
                        "wrong-group",
                        "Credential and reader share no group.",
                        r -> r.holding("elsewhere")),
                cold("wrong-colour", "wrong-technology", "A green credential, a blue reader.", r -> r.holding("green")),
                cold(
                        "credential-wants-verification",
                        "person-not-verified",
                        "The credential's flag.",
                        r -> r.holding("verified")),
                cold(
                        "door-wants-verification",
                        "person-not-verified",
                        "The reader's policy.",
                        r -> r.policy().put("personVerification", "required")),
                cold(
                        "gesture-wanted",
                        "trigger-not-allowed",
                        "The credential's flag, in automatic mode.",
                        r -> r.holding("gesture").meaning("automatic")),
                cold("trigger-not-allowed", "trigger-not-allowed", "The reader's policy.", r -> {
                    r.policy().set("triggers", Json.texts(List.of("widget")));
                }),
                cold(
                        "transport-not-allowed",
                        "transport-not-allowed",
                        "The reader refuses TCP.",
                        r -> r.policy().set("transports", Json.texts(List.of("ble-gatt")))),
                cold(
                        "issuing-epoch-too-old",
                        "epoch-too-old",
                        "The list raises the issuing epoch.",
                        r -> r.reader().put("list", "issuing-epoch-raised")),
                cold(
                        "key-epoch-too-old",
                        "epoch-too-old",
                        "The list raises the key epoch.",
                        r -> r.reader().put("list", "key-epoch-raised")),
                cold(
                        "no-list",
                        "list-stale",
                        "The reader was given no list.",
                        r -> r.reader().remove("list")),
                cold(
                        "stale-list",
                        "list-stale",
                        "The reader's list has expired.",
                        r -> r.reader().put("list", "stale")),
                cold(
                        "stale-for-too-long",
                        "list-stale",
                        "The list expired a second ago, which is all that it does.",
                        r -> {
                            r.reader().put("list", "stale");
                            r.policy().put("staleSeconds", 1);
                        }),
                cold("clock-lost", "no-clock", "The list was issued later than the clock can be behind.", r -> {
                    r.reader().put("list", "issued-in-ten-minutes");
                    r.policy().put("clockLagSeconds", 599);
                }),
                cold(
                        "no-clock",
                        "no-clock",
                        "The reader has no clock.",
                        r -> r.policy().remove("clockLagSeconds")),
                cold("no-clock-allowed", "lease-ended", "Without a clock the list's issue time is the time.", r -> {
                    r.reader().put("list", "issued-in-ten-minutes");
                    r.policy().remove("clockLagSeconds");
                    r.policy().put("allowWithoutClock", true);
                    r.holding("lapsed");
                }),
                cold(
                        "site-rule",
                        "site-rule",
                        "A rule of the site's own.",
                        r -> r.reader().put("siteRule", "deny"))));
        all.add(tooSlow());
        all.add(revokedBetween());
        all.add(deniedFast());
        all.add(known());
        return all;
    }

    private static Scenario cold(String id, String reason, String title, Consumer<Recorder> setup) {
        return new Scenario("denied-" + id, title, r -> {
            setup.accept(r);
            r.mustEnd(r.tap(), reason + " cold", reason + " cold");
        });
    }

    private static Scenario tooSlow() {
        return new Scenario("denied-too-slow", "The phone answers after the time that the door allows.", r -> {
            int channel = r.open();
            var cold = r.toPhone(channel, r.opener(channel));
            r.after(Duration.ofSeconds(2));
            r.toPhone(channel, r.toReader(channel, cold));
            r.mustEnd(channel, "too-slow cold", "too-slow cold");
        });
    }

    private static Scenario revokedBetween() {
        return new Scenario(
                "denied-fast-revoked",
                "Revoked after a cold tap: the fast tap is denied and its ratchet dropped.",
                r -> {
                    r.tap();
                    r.install("alice-revoked");
                    r.mustEnd(r.tap(), "revoked fast", "revoked fast");
                    r.mustEnd(r.tap(), "revoked cold", "revoked cold");
                });
    }

    private static Scenario deniedFast() {
        return new Scenario("denied-fast-kept", "A denial that passes keeps the ratchet and steps it.", r -> {
            r.policy().set("triggers", Json.texts(List.of("list")));
            r.tap();
            r.meaning("widget").mustEnd(r.tap(), "trigger-not-allowed fast", "trigger-not-allowed fast");
            r.meaning("list").mustEnd(r.tap(), "granted fast", "granted fast");
        });
    }

    /** The reader's issuing keys and its list have expired; the epoch is asked first. */
    private static Scenario known() {
        return new Scenario(
                "denied-known-credential-of-an-expired-key",
                "A whole credential that the directory has is known, though its issuing key has expired since.",
                r -> {
                    r.reader().withArray("/directory").add("alice");
                    int channel = r.after(Duration.ofDays(366)).openReader();
                    r.toReader(channel, RefusedTaps.whole(r, channel, "alice"), "by a phone that sends no reference");
                    r.mustEnd(channel, "epoch-too-old cold", null);
                });
    }
}
