package io.lintel.sdk.ledger;

/** The column TYPE of both books (requirements 5.2), in the seeds' own words. */
public enum RowType {
    /** A distributor bought credit. */
    PURCHASE_CREDIT("Purchase credit"),
    /** Credit went from a distributor to a customer. */
    TRANSFER("Transfer"),
    /** Credit went back from a customer to its distributor. */
    REFUNDING("Refunding"),
    /** Credit came to a customer. */
    ADDING("Adding"),
    /** A customer paid for a credential. */
    PURCHASE("Purchase");

    private final String label;

    RowType(String label) {
        this.label = label;
    }

    /** The word on the seeds' screens. */
    public String label() {
        return label;
    }
}
