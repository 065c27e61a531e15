package io.lintel.sdk.revocation;

/** How far a revocation has come, as far as the manager knows. */
public enum RevocationStage {
    /** Not revoked. */
    NONE,
    /** On the list; a door that has not heard of it may still open. */
    PENDING,
    /** On the list, and its phone said that it has deleted it; a copy of it could still open such a door. */
    CONFIRMED_BY_PHONE,
    /** It opens no door any more, whoever holds it. */
    ENFORCED,
    /** Given up as lost; doors that have not heard of it may still open. */
    LOST
}
