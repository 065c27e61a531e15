package io.lintel.protocol.checkin;

import java.util.Optional;

/** Why a manager did not answer a check-in; told only inside the sealed response. */
public enum CheckInRefusal {
    /** Too many requests lately; the credential is as it was. */
    RATE_LIMITED(1, "There were too many check-ins. Wait, and try again."),
    /**
     * The manager knows no such credential with that holder key. The phone keeps what it has: a manager that was restored
     * from an old backup must not empty every phone, and the lease ends by itself.
     */
    UNKNOWN_CREDENTIAL(
            2,
            "The site's manager does not know this credential. It works until its lease ends; ask the administrator.");

    private final int code;
    private final String advice;

    CheckInRefusal(int code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    /** Returns the number on the wire. */
    public int code() {
        return code;
    }

    /** Returns one or two sentences for the person with the phone: what happened and what to do. */
    public String advice() {
        return advice;
    }

    /** Returns the refusal with that number on the wire, or nothing. */
    public static Optional<CheckInRefusal> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
