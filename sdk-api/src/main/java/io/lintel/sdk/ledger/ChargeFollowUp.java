package io.lintel.sdk.ledger;

import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.Optional;
import java.util.Set;

/** What becomes of a charge: always the whole of it, and never twice. */
public sealed interface ChargeFollowUp extends Transfer {

    /** The charge as the caller read it; the ledger decides on the one that it knows. */
    Charge charge();

    /** The stages that a charge may stand at before. */
    Set<Stage> expected();

    /** The stage that it stands at afterwards. */
    Stage reached();

    @Override
    default DistributorId distributor() {
        return charge().distributor();
    }

    @Override
    default long credits() {
        return charge().credits();
    }

    @Override
    default Optional<CustomerId> customer() {
        return Optional.of(charge().customer());
    }

    @Override
    default TransferTerms terms() {
        return TransferTerms.of(this);
    }

    /** The credential was activated: what was reserved is spent. */
    record Settle(TransferId id, Charge charge) implements ChargeFollowUp {
        @Override
        public Cause cause() {
            return Cause.KEY_SETTLE;
        }

        @Override
        public Set<Stage> expected() {
            return Set.of(Stage.RESERVED);
        }

        @Override
        public Stage reached() {
            return Stage.SETTLED;
        }
    }

    /** The credential will never be activated: what was reserved goes back to the buckets that it came from. */
    record Release(TransferId id, Charge charge) implements ChargeFollowUp {
        @Override
        public Cause cause() {
            return Cause.KEY_RELEASE;
        }

        @Override
        public Set<Stage> expected() {
            return Set.of(Stage.RESERVED);
        }

        @Override
        public Stage reached() {
            return Stage.RELEASED;
        }
    }

    /**
     * The credential can no longer open a door ({@code CRD-23}): what was spent goes back to the buckets that it came from.
     * Trial credit stays trial credit, so issuing and revoking never turns it into credit that a distributor could take back.
     */
    record Return(TransferId id, Charge charge) implements ChargeFollowUp {
        @Override
        public Cause cause() {
            return Cause.KEY_RETURN;
        }

        @Override
        public Set<Stage> expected() {
            return Set.of(Stage.SETTLED);
        }

        @Override
        public Stage reached() {
            return Stage.RETURNED;
        }
    }

    /** The credential was given up as lost ({@code CRD-22}), or deleted where nothing comes back: the credits are lost. */
    record Forfeit(TransferId id, Charge charge) implements ChargeFollowUp {
        @Override
        public Cause cause() {
            return Cause.KEY_FORFEIT;
        }

        @Override
        public Set<Stage> expected() {
            return Set.of(Stage.RESERVED, Stage.SETTLED);
        }

        @Override
        public Stage reached() {
            return Stage.FORFEITED;
        }
    }
}
