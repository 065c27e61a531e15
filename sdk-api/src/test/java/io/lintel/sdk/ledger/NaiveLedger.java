package io.lintel.sdk.ledger;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The rules of credit written down once more, with single entries and nothing shared with the ledger. */
final class NaiveLedger {

    private final Map<DistributorId, Long> available = new HashMap<>();
    private final Map<CustomerId, Long> paid = new HashMap<>();
    private final Map<CustomerId, Long> trial = new HashMap<>();
    private final Set<TransferId> seen = new HashSet<>();

    /** Whether this call moved credit. */
    boolean post(Transfer transfer) {
        if (seen.contains(transfer.id()) || !moves(transfer)) {
            return false;
        }
        return seen.add(transfer.id());
    }

    long paid(CustomerId customer) {
        return paid.getOrDefault(customer, 0L);
    }

    long trial(CustomerId customer) {
        return trial.getOrDefault(customer, 0L);
    }

    private boolean moves(Transfer transfer) {
        if (transfer instanceof AccountTransfer.FreeGrant grant) {
            trial.merge(grant.recipient(), grant.credits(), Long::sum);
            return true;
        }
        if (transfer instanceof AccountTransfer.Purchase purchase) {
            available.merge(purchase.distributor(), purchase.credits(), Long::sum);
            return true;
        }
        if (transfer instanceof AccountTransfer.PassOn passOn) {
            if (available.getOrDefault(passOn.distributor(), 0L) < passOn.credits()) {
                return false;
            }
            available.merge(passOn.distributor(), -passOn.credits(), Long::sum);
            paid.merge(passOn.recipient(), passOn.credits(), Long::sum);
            return true;
        }
        if (transfer instanceof AccountTransfer.TakeBack takeBack) {
            if (paid(takeBack.source()) < takeBack.credits()) {
                return false;
            }
            paid.merge(takeBack.source(), -takeBack.credits(), Long::sum);
            available.merge(takeBack.distributor(), takeBack.credits(), Long::sum);
            return true;
        }
        return spend((KeyCharge.Issue) transfer);
    }

    private boolean spend(KeyCharge.Issue issue) {
        if (paid(issue.payer()) + trial(issue.payer()) < issue.credits()) {
            return false;
        }
        for (long i = 0; i < issue.credits(); i++) {
            boolean paidHasSome = paid(issue.payer()) > 0;
            boolean trialHasSome = trial(issue.payer()) > 0;
            boolean takePaid = issue.order() == ConsumptionOrder.PAID_FIRST ? paidHasSome : !trialHasSome;
            (takePaid ? paid : trial).merge(issue.payer(), -1L, Long::sum);
        }
        return true;
    }
}
