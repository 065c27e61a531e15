package io.lintel.sdk.ledger;

/** Which bucket pays first; the other one is the reserve ({@code CRD-31}). */
public enum ConsumptionOrder {
    /** Paid credit first, trial only when paid is empty. */
    PAID_FIRST,
    /** Trial credit first. */
    TRIAL_FIRST
}
