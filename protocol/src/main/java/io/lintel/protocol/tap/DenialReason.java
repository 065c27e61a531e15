package io.lintel.protocol.tap;

import java.util.Optional;

/**
 * Why a reader denied a phone that it had authenticated (spec/protocol.md 4.7). A phone that was not authenticated is told
 * no reason at all.
 */
public enum DenialReason {
    /** The credential's validity has not begun. */
    NOT_YET_VALID(1, "This credential is not valid yet. Try again when its validity begins."),
    /** The credential's validity has ended. */
    EXPIRED(2, "This credential has expired. Ask the site's administrator for a new one."),
    /** The lease has ended: the phone has not checked in for too long. */
    LEASE_ENDED(3, "The phone has not checked in for too long. Go online and try again."),
    /** The credential is on the revocation list, or its serial is below the list's base. */
    REVOKED(4, "This credential was revoked. Ask the site's administrator."),
    /** None of the credential's groups is one of the reader's. */
    WRONG_GROUP(5, "This credential does not open this door. Ask the site's administrator for access."),
    /** The credential's technology colour is not the reader's (TEC-01, TEC-04). */
    WRONG_TECHNOLOGY(6, "This reader serves another credential technology. Ask the site's administrator."),
    /** The door wants the person verified on the phone, and the phone did not claim it. */
    PERSON_NOT_VERIFIED(7, "This door wants you verified on the phone. Unlock with PIN or biometrics and try again."),
    /** The door does not accept what triggered the tap. */
    TRIGGER_NOT_ALLOWED(8, "This door does not open in this way. Tap it in the list of doors."),
    /** The phone answered later than the site allows. */
    TOO_SLOW(9, "The phone answered too slowly. Hold it nearer and try again."),
    /** The site refuses this transport, for example one that proves no proximity. */
    TRANSPORT_NOT_ALLOWED(10, "This door does not accept this kind of connection."),
    /** The credential, or the key epoch, is older than the site's minimum. */
    EPOCH_TOO_OLD(11, "The site's keys were renewed. Go online so that the phone is renewed, and try again."),
    /** The reader's revocation list is too old to trust, and the site says to deny then. */
    LIST_STALE(12, "The reader's revocation list is too old. Tell the site's administrator."),
    /** A rule of the site's own denied the tap. */
    SITE_RULE(13, "A rule of the site denied access. Ask the site's administrator."),
    /** The reader does not know the time, and the site says to deny then. */
    NO_CLOCK(14, "The reader's clock is not set. Tell the site's administrator.");

    private final int code;
    private final String advice;

    DenialReason(int code, String advice) {
        this.code = code;
        this.advice = advice;
    }

    /** Returns the octet on the wire, 1 or more. */
    public int code() {
        return code;
    }

    /** Returns one or two sentences for the person at the door: what happened and what to do. */
    public String advice() {
        return advice;
    }

    /** Returns the reason with a wire octet, or empty where there is none. */
    public static Optional<DenialReason> ofCode(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }
}
