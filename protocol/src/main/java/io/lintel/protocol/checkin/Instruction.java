package io.lintel.protocol.checkin;

import java.util.Optional;

/** What a manager tells a phone to do with a credential. */
public enum Instruction {
    /** Keep it: it is active, within its validity and lease. */
    KEEP(1),
    /** Delete it, durably, and say so at the next check-in. */
    DELETE(2),
    /** The deletion is on record: erase the holder key as well, there is nothing more to say. */
    FORGET(3);

    private final int code;

    Instruction(int code) {
        this.code = code;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns the value with that number on the wire, or nothing. */
    public static Optional<Instruction> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
