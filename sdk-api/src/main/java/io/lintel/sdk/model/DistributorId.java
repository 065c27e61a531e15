package io.lintel.sdk.model;

/**
 * Names one distributor: the partner that serves customers and moves credit to them ({@code ACC-01}).
 *
 * @param value 16 lower-case hex digits
 */
public record DistributorId(String value) {

    /** The operator itself: it serves the customers that come without a distributor. Every database has it. */
    public static final DistributorId OPERATOR = new DistributorId("0000000000000000");

    /** Refuses anything but 16 lower-case hex digits. */
    public DistributorId {
        Identifiers.requireHex(value, 16, "a distributor id");
    }

    @Override
    public String toString() {
        return value;
    }
}
