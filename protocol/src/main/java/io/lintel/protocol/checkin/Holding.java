package io.lintel.protocol.checkin;

import java.util.Optional;

/** What a phone says has become of a credential. */
public enum Holding {
    /** The phone holds it. */
    HELD(1),
    /** The manager told the phone to delete it, and it is deleted, durably ({@code REV-02}). */
    DELETED_AS_TOLD(2),
    /** The person deleted it in the app, and it is deleted, durably ({@code DEV-18}, {@code REV-11}). */
    DELETED_BY_PERSON(3);

    private final int code;

    Holding(int code) {
        this.code = code;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the value with that number on the wire, or nothing. */
    public static Optional<Holding> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
