package io.lintel.sdk.revocation;

/** What shows that a revoked credential opens nothing any more, whoever holds it. */
public enum Proof {
    /** Every reader that it was ever signed for enforces the revocation: by its receipt, or since it was certified. */
    RECEIPTS,
    /** Its exposure bound has passed. */
    BOUND
}
