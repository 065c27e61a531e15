package io.lintel.sdk.ledger;

/** Why credit moved ({@code CRD-32}): tells apart what the books' display words do not. */
public enum Cause {
    /** Free credit for a new customer. */
    FREE_GRANT,
    /** A distributor bought from the operator. */
    PURCHASE,
    /** A distributor passed credit on to a customer. */
    TRANSFER,
    /** A distributor took credit back. */
    REFUND,
    /** A credential was issued. */
    KEY_ISSUE
}
