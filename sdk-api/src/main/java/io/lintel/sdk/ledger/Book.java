package io.lintel.sdk.ledger;

/** Whose view of the ledger a row belongs to. */
public enum Book {
    /** The distributor's list of credit movements. */
    DISTRIBUTOR,
    /** The customer's list of credit movements. */
    CUSTOMER
}
