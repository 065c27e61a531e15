package io.lintel.sdk.model;

/** Bounds on what people type. Messages name the field, never the value: it may be personal data. */
final class Text {

    static final int MAX_LENGTH = 200;

    private Text() {}

    static String required(String value, String field) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " is empty");
        }
        return optional(value, field);
    }

    static String optional(String value, String field) {
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(field + " is longer than " + MAX_LENGTH + " characters");
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(field + " holds a control character");
        }
        return value;
    }
}
