package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.Optional;

/** A transfer from one account to another that has nothing to do with a credential. */
public sealed interface AccountTransfer extends Transfer {

    /** The account that gives. */
    Account from();

    /** The account that receives. */
    Account to();

    @Override
    default TransferTerms terms() {
        return TransferTerms.of(this);
    }

    /** The operator gives a new customer free credit ({@code CRD-03}); the distributor's credit stays ({@code CRD-05}). */
    record FreeGrant(TransferId id, DistributorId distributor, CustomerId recipient, long credits)
            implements AccountTransfer {
        /** Checks the amount. */
        public FreeGrant {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.FREE_GRANT;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(recipient);
        }

        @Override
        public Account from() {
            return Account.issuance(distributor);
        }

        @Override
        public Account to() {
            return Account.trial(recipient);
        }
    }

    /** A distributor buys credit from the operator ({@code CRD-07}). */
    record Purchase(TransferId id, DistributorId distributor, long credits) implements AccountTransfer {
        /** Checks the amount. */
        public Purchase {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.PURCHASE;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.empty();
        }

        @Override
        public Account from() {
            return Account.issuance(distributor);
        }

        @Override
        public Account to() {
            return Account.distributor(distributor);
        }
    }

    /**
     * The operator undoes a distributor's purchase, or a part of it: a row of its own, for none is ever edited
     * ({@code CRD-30}). It reaches no further than what the distributor still has.
     */
    record Correction(TransferId id, DistributorId distributor, long credits) implements AccountTransfer {
        /** Checks the amount. */
        public Correction {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.CORRECTION;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.empty();
        }

        @Override
        public Account from() {
            return Account.distributor(distributor);
        }

        @Override
        public Account to() {
            return Account.issuance(distributor);
        }
    }

    /** A distributor passes credit on to a customer ({@code CRD-06}). */
    record PassOn(TransferId id, DistributorId distributor, CustomerId recipient, long credits)
            implements AccountTransfer {
        /** Checks the amount. */
        public PassOn {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.TRANSFER;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(recipient);
        }

        @Override
        public Account from() {
            return Account.distributor(distributor);
        }

        @Override
        public Account to() {
            return Account.paid(recipient);
        }
    }

    /** A distributor takes paid credit back from a customer ({@code CRD-13}); trial credit cannot be taken. */
    record TakeBack(TransferId id, DistributorId distributor, CustomerId source, long credits)
            implements AccountTransfer {
        /** Checks the amount. */
        public TakeBack {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.REFUND;
        }

        @Override
        public Optional<CustomerId> customer() {
            return Optional.of(source);
        }

        @Override
        public Account from() {
            return Account.paid(source);
        }

        @Override
        public Account to() {
            return Account.distributor(distributor);
        }
    }
}
