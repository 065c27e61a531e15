package io.lintel.sdk.ledger;

/** Which of a book's balances a row changes ({@code CRD-32}). */
public enum Bucket {
    /** None: the row only tells. */
    NONE,
    /** Paid credit; a distributor has no other. */
    PAID,
    /** Trial credit. */
    TRIAL,
    /** Both, because one alone did not reach. */
    BOTH
}
