package io.lintel.sdk.ledger;

/** The column STATUS of both books ({@code CRD-29}). */
public enum RowStatus {
    /** Credit moved the usual way. */
    PAID("Paid"),
    /** Credit was taken back. */
    REFUNDED("Refunded");

    private final String label;

    RowStatus(String label) {
        this.label = label;
    }

    /** The word on the seeds' screens. */
    public String label() {
        return label;
    }
}
