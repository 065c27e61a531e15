package io.lintel.protocol.vectors;

import java.util.List;

/** The reasons of section 4.7 in the order of their octets. */
final class DenialCodes {
    private static final List<String> OUTCOMES = List.of(
            "granted",
            "not-yet-valid",
            "expired",
            "lease-ended",
            "revoked",
            "wrong-group",
            "wrong-technology",
            "person-not-verified",
            "trigger-not-allowed",
            "too-slow",
            "transport-not-allowed",
            "epoch-too-old",
            "list-stale",
            "site-rule",
            "no-clock");

    private DenialCodes() {}

    static int code(String outcome) {
        int code = OUTCOMES.indexOf(outcome);
        if (code < 0) {
            throw new IllegalArgumentException("no outcome " + outcome);
        }
        return code;
    }
}
