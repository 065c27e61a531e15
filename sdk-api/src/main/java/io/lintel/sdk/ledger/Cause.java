package io.lintel.sdk.ledger;

/** Why credit moved ({@code CRD-32}): tells apart what the books' display words do not. The names are stored and hashed. */
public enum Cause {
    /** Free credit for a new customer. */
    FREE_GRANT,
    /** A distributor bought from the operator. */
    PURCHASE,
    /** The operator undid a distributor's purchase, or a part of it. */
    CORRECTION,
    /** A distributor passed credit on to a customer. */
    TRANSFER,
    /** A distributor took credit back. */
    REFUND,
    /** A credential was issued and charged. */
    KEY_ISSUE,
    /** A deleted credential was restored and charged again. */
    KEY_RESTORE,
    /** A credential was issued or restored, to be charged when it is activated. */
    KEY_RESERVE,
    /** A credential was activated: what was reserved for it is spent. */
    KEY_SETTLE,
    /** A credential will never be activated: what was reserved for it is free again. */
    KEY_RELEASE,
    /** A credential can no longer open a door: what was spent on it came back. */
    KEY_RETURN,
    /** What a credential cost is lost. */
    KEY_FORFEIT
}
