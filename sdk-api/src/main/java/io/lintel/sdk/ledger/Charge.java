package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;

/**
 * What one credential cost, and what has become of it. Every charge ends in at most one way, so credit comes back at
 * most once.
 *
 * @param id the transfer that made the charge
 * @param distributor in whose chain
 * @param customer who paid
 * @param key for which credential
 * @param from how much came from each bucket
 * @param stage where the charge stands
 */
public record Charge(
        TransferId id, DistributorId distributor, CustomerId customer, ChargedKey key, Buckets from, Stage stage) {

    /** Where a charge stands. */
    public enum Stage {
        /** Taken from the buckets, not spent. */
        RESERVED,
        /** Spent. */
        SETTLED,
        /** Given back before it was spent. */
        RELEASED,
        /** Given back after it was spent. */
        RETURNED,
        /** Lost. */
        FORFEITED
    }

    /** What the charge costs in all. */
    public long credits() {
        return from.total();
    }

    /** The same charge at another stage. */
    Charge at(Stage next) {
        return new Charge(id, distributor, customer, key, from, next);
    }
}
