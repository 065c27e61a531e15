package io.lintel.sdk.command;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.Optional;

/** Whose data a command touches. */
public sealed interface Scope {

    /** The customer whose data it is, where it is one's. */
    Optional<CustomerId> customer();

    /** Everybody's: only the operator and the host. */
    record Everything() implements Scope {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.empty();
        }
    }

    /** A distributor's own data. */
    record OfDistributor(DistributorId distributor) implements Scope {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.empty();
        }
    }

    /** A customer's data, which its distributor serves. */
    record OfCustomer(CustomerId of) implements Scope {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(of);
        }
    }

    /** One credential of a customer, which its holder reaches as well. */
    record OfCredential(CustomerId of, long serial) implements Scope {
        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(of);
        }
    }

    /** Everybody's. */
    static Scope everything() {
        return new Everything();
    }

    /** A distributor's. */
    static Scope of(DistributorId distributor) {
        return new OfDistributor(distributor);
    }

    /** A credential's. */
    static Scope of(CustomerId customer, long serial) {
        return new OfCredential(customer, serial);
    }

    /** A customer's. */
    static Scope of(CustomerId customer) {
        return new OfCustomer(customer);
    }
}
