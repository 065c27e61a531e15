package io.lintel.sdk.model;

/** The states of a credential (requirements 24.2). Validity windows are computed from its dates, never stored. */
public enum CredentialState {
    /** Exists, nothing was sent to the person yet. */
    CREATED,
    /** A code waits for its phone. */
    AWAITING_ACTIVATION,
    /** The code's time is over; a new one can be sent. Follows from the clock, so the store never holds it. */
    ACTIVATION_EXPIRED,
    /** On a phone, opens doors within its validity. */
    ACTIVE,
    /** Revoked here and on the list; a phone or a reader that has not heard of it may still open. */
    REVOKE_PENDING,
    /** Opens nothing any more. */
    REVOKED,
    /** Reported lost; the record stays. */
    LOST,
    /** Removed; final. */
    DELETED
}
