package io.lintel.protocol.activation;

import java.util.Optional;

/** Why a manager refused to activate; told only inside the sealed response. */
public enum ActivationRefusal {
    /** The manager knows no such code, be it mistyped, voided by a newer one, or another site's. */
    UNKNOWN_CODE(1, "This activation code is not known. Check it, or ask the site's administrator for a new one."),
    /** The code is past its end (ACT-05, ACT-13). */
    EXPIRED(2, "This activation code has expired. Ask the site's administrator for a new one."),
    /** The code was redeemed by another request, or by this one with another holder key (ACT-05, ACT-11). */
    ALREADY_USED(3, "This activation code was used already. Ask the site's administrator for a new one."),
    /** Too many attempts lately; the code may be good. */
    RATE_LIMITED(4, "There were too many attempts to activate. Wait, and try again."),
    /** The credential ended before it was activated: revoked, deleted or expired. */
    CREDENTIAL_ENDED(5, "This credential is no longer valid. Ask the site's administrator."),
    /** The site can give no further credential: it has no number or no credit left (SSR-15). */
    NONE_LEFT(6, "This site cannot give out another credential now. Ask the site's administrator.");

    private final int code;
    private final String advice;

    ActivationRefusal(int code, String advice) {
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
    public static Optional<ActivationRefusal> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
