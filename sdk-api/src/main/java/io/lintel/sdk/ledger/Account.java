package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;

/**
 * One account of the double-entry ledger.
 *
 * @param kind what the account holds
 * @param owner the distributor's or customer's id
 */
public record Account(Kind kind, String owner) {

    /** The accounts' kinds. Only issuance may go below zero: it is where credit comes from. */
    public enum Kind {
        /** The operator's counter-account, one per distributor: minus all credit that it ever gave there. */
        ISSUANCE,
        /** A distributor's available credit. */
        DISTRIBUTOR,
        /** A customer's paid credit. */
        PAID,
        /** A customer's free credit, the reserve. */
        TRIAL,
        /** Taken for a credential that is not charged yet. */
        RESERVED,
        /** Spent on credentials. */
        CONSUMED,
        /** Lost without having been spent. */
        FORFEITED
    }

    /** The operator's counter-account for one distributor. */
    public static Account issuance(DistributorId distributor) {
        return new Account(Kind.ISSUANCE, distributor.value());
    }

    /** A distributor's available credit. */
    public static Account distributor(DistributorId distributor) {
        return new Account(Kind.DISTRIBUTOR, distributor.value());
    }

    /** A customer's paid credit. */
    public static Account paid(CustomerId customer) {
        return new Account(Kind.PAID, customer.value());
    }

    /** A customer's trial credit. */
    public static Account trial(CustomerId customer) {
        return new Account(Kind.TRIAL, customer.value());
    }

    /** A customer's reserved credit. */
    public static Account reserved(CustomerId customer) {
        return new Account(Kind.RESERVED, customer.value());
    }

    /** A customer's consumed credit. */
    public static Account consumed(CustomerId customer) {
        return new Account(Kind.CONSUMED, customer.value());
    }

    /** A customer's forfeited credit. */
    public static Account forfeited(CustomerId customer) {
        return new Account(Kind.FORFEITED, customer.value());
    }

    /** Whether the owner is a distributor, not a customer. */
    public boolean isDistributors() {
        return kind == Kind.ISSUANCE || kind == Kind.DISTRIBUTOR;
    }

    /** Whether the account may owe; only issuance may. */
    boolean mayGoNegative() {
        return kind == Kind.ISSUANCE;
    }
}
