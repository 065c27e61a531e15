package io.lintel.sdk.command;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;

/** Whose data a command touches. */
public sealed interface Scope {

    /** Everybody's: only the operator and the host. */
    record Everything() implements Scope {}

    /** A distributor's own data. */
    record OfDistributor(DistributorId distributor) implements Scope {}

    /** A customer's data, which its distributor serves. */
    record OfCustomer(CustomerId customer) implements Scope {}

    /** Everybody's. */
    static Scope everything() {
        return new Everything();
    }

    /** A distributor's. */
    static Scope of(DistributorId distributor) {
        return new OfDistributor(distributor);
    }

    /** A customer's. */
    static Scope of(CustomerId customer) {
        return new OfCustomer(customer);
    }
}
