package io.lintel.sdk.model;

/** The check that all textual ids share. */
final class Identifiers {

    private Identifiers() {}

    static void requireHex(String value, int digits, String what) {
        boolean hex = value.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
        if (value.length() != digits || !hex) {
            throw new IllegalArgumentException(what + " is " + digits + " lower-case hex digits");
        }
    }
}
