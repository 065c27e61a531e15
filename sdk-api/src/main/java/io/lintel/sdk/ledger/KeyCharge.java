package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.List;
import java.util.Optional;

/** A customer pays for a credential. What is taken is reserved first, and spent when the charge is settled. */
public sealed interface KeyCharge extends Transfer {

    /** Who pays. */
    CustomerId payer();

    /** Which bucket pays first. */
    ConsumptionOrder order();

    /** Which credential. */
    ChargedKey key();

    /** Whether the charge is settled in the same transfer, or waits for the activation. */
    boolean settlesAtOnce();

    @Override
    default Optional<CustomerId> customer() {
        return Optional.of(payer());
    }

    @Override
    default TransferTerms terms() {
        return TransferTerms.of(this);
    }

    /** The accounts that pay, in the order in which they are emptied ({@code CRD-31}). */
    default List<Account> sources() {
        Account paid = Account.paid(payer());
        Account trial = Account.trial(payer());
        return order() == ConsumptionOrder.PAID_FIRST ? List.of(paid, trial) : List.of(trial, paid);
    }

    /** A credential is issued: reserved and settled at once, as the seeds charge ({@code CRD-12}). */
    record Issue(
            TransferId id,
            DistributorId distributor,
            CustomerId payer,
            long credits,
            ConsumptionOrder order,
            ChargedKey key)
            implements KeyCharge {
        /** Checks the amount. */
        public Issue {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.KEY_ISSUE;
        }

        @Override
        public boolean settlesAtOnce() {
            return true;
        }
    }

    /** A deleted credential is restored, which costs again ({@code CRD-14}): reserved and settled at once. */
    record Restore(
            TransferId id,
            DistributorId distributor,
            CustomerId payer,
            long credits,
            ConsumptionOrder order,
            ChargedKey key)
            implements KeyCharge {
        /** Checks the amount. */
        public Restore {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.KEY_RESTORE;
        }

        @Override
        public boolean settlesAtOnce() {
            return true;
        }
    }

    /** A credential is issued or restored where the profile charges at activation: reserved, not spent. */
    record Reserve(
            TransferId id,
            DistributorId distributor,
            CustomerId payer,
            long credits,
            ConsumptionOrder order,
            ChargedKey key)
            implements KeyCharge {
        /** Checks the amount. */
        public Reserve {
            Amounts.require(credits);
        }

        @Override
        public Cause cause() {
            return Cause.KEY_RESERVE;
        }

        @Override
        public boolean settlesAtOnce() {
            return false;
        }
    }
}
