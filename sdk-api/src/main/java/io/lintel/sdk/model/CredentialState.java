package io.lintel.sdk.model;

/** The states of a credential (requirements 24.2). Validity windows are computed from its dates, never stored. */
public enum CredentialState {
    /** Exists, nothing was sent to the person yet. */
    CREATED,
    /** A code waits for its phone. */
    AWAITING_ACTIVATION,
    /** The code's time is over; a new one can be sent. Follows from the clock, so the store never holds it. */
    ACTIVATION_EXPIRED,
    /** A phone redeemed the code and has not confirmed yet that it holds the credential ({@code DEV-16}). */
    REDEEMED,
    /** On a phone, opens doors within its validity. */
    ACTIVE,
    /** Revoked here and on the list; a phone or a reader that has not heard of it may still open. */
    REVOKE_PENDING,
    /** Opens nothing any more. */
    REVOKED,
    /** Reported lost; the record stays. */
    LOST,
    /** Removed; final. */
    DELETED;

    /** Whether it was neither taken back nor removed: it counts against limits, and its number is taken. */
    public boolean isLive() {
        return switch (this) {
            case CREATED, AWAITING_ACTIVATION, ACTIVATION_EXPIRED, REDEEMED, ACTIVE -> true;
            case REVOKE_PENDING, REVOKED, LOST, DELETED -> false;
        };
    }

    /** Whether a phone may hold it and open doors with it. */
    public boolean mayBeOnAPhone() {
        return switch (this) {
            case REDEEMED, ACTIVE, REVOKE_PENDING -> true;
            case CREATED, AWAITING_ACTIVATION, ACTIVATION_EXPIRED, REVOKED, LOST, DELETED -> false;
        };
    }
}
