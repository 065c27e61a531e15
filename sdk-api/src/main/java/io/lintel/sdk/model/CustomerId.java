package io.lintel.sdk.model;

/**
 * Names one customer: the owner of one site, of one credit account and of one partition of the store.
 *
 * @param value 16 lower-case hex digits
 */
public record CustomerId(String value) {

    /** The operator's own partition: what belongs to the manager itself and to no customer. */
    public static final CustomerId OPERATOR = new CustomerId("0000000000000000");

    /** Refuses anything but 16 lower-case hex digits. */
    public CustomerId {
        Identifiers.requireHex(value, 16, "a customer id");
    }

    @Override
    public String toString() {
        return value;
    }
}
